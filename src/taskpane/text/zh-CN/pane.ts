import type { PaneText } from "../texts";
import { cardText } from "./card";
import { checkText } from "./check";
import { fixText } from "./fix";
import { problemText } from "./problems";
import { repText } from "./rep";
import { schemaText } from "./schema";
import { shellText } from "./shell";
import { figuresText, todayText } from "./today";

export const paneText: PaneText = {
  ...shellText,
  ...problemText,
  figures: figuresText,
  today: todayText,
  rep: repText,
  card: cardText,
  check: checkText,
  fix: fixText,
  schema: schemaText,
};
