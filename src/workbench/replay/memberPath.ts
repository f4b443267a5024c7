import { listOf, objectOf, textOf, type Json, type JsonObject } from "../../domain/record/anonymise";

const camel = (name: string): string => name.charAt(0).toLowerCase() + name.slice(1);

function argumentsOf(info: Json | undefined): string {
  return listOf(objectOf(info)["Arguments"])
    .filter((value) => value !== null)
    .map((value) => JSON.stringify(value))
    .join(", ");
}

/** How a script would write an object path: `workbook.worksheets.getItem("u_1")`. */
function pathText(paths: JsonObject, id: Json | undefined): string {
  const path = objectOf(paths[String(id)]);
  const parent = path["ParentObjectPathId"];
  const before = parent === undefined ? "" : pathText(paths, parent);
  const name = textOf(path["Name"]);
  switch (path["ObjectPathType"]) {
    case 1:
      return "workbook";
    case 3:
      return `${before}.${camel(name)}(${argumentsOf(path["ArgumentInfo"])})`;
    case 4:
      return `${before}.${camel(name)}`;
    case 5:
      return `${before}.getItem(${argumentsOf(path["ArgumentInfo"])})`;
    default:
      return name || "?";
  }
}

const method = 3;
const setProperty = 4;

/** What an action of a request is about, as a script would write it. */
export function actionText(asked: JsonObject, id: Json): string {
  const action = listOf(asked["Actions"])
    .map(objectOf)
    .find((each) => each["Id"] === id);
  if (!action) return "?";
  const object = pathText(objectOf(asked["ObjectPaths"]), action["ObjectPathId"]);
  const name = camel(textOf(action["Name"]));
  if (action["ActionType"] === method) return `${object}.${name}(${argumentsOf(action["ArgumentInfo"])})`;
  return action["ActionType"] === setProperty ? `${object}.${name}` : object;
}

/** The action at which a request failed. */
export function failedAction(asked: JsonObject, index: Json | undefined): string {
  const action = typeof index === "number" ? objectOf(listOf(asked["Actions"])[index]) : {};
  return actionText(asked, action["Id"] ?? null);
}

export const memberText = camel;
