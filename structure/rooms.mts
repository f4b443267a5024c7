/**
 * `npm run rooms`: prints the rooms of the house with what each imports, and ends with 1 where an import runs against the
 * order of house.ts, where files import each other in a circle, or where a file stands in no room. With `--write` the list in
 * docs/architecture.md is brought up to date; without it a list there that is out of date is an error.
 */
import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { cruise, type IModule } from "dependency-cruiser";
import { format } from "prettier";
import { house } from "./house";
import { objection, placeOf, type Place } from "./order";

const root = path.resolve(import.meta.dirname, "..");
const page = path.join(root, "docs/architecture.md");
const [begin, end] = ["<!-- rooms: begin -->", "<!-- rooms: end -->"];

/** Circles as the files they lead through, each circle once. */
function circlesIn(modules: readonly IModule[]): readonly string[] {
  const circles = new Map<string, string>();
  for (const { source, dependencies } of modules) {
    for (const { cycle } of dependencies) {
      if (!cycle) continue;
      const files = [source, ...cycle.map(({ name }) => name)];
      const key = [...new Set(files)].sort().join(" ");
      if (!circles.has(key)) circles.set(key, files.join(" → "));
    }
  }
  return [...circles.values()];
}

async function modulesOf(): Promise<readonly IModule[]> {
  const { output } = await cruise(
    ["src"],
    {
      baseDir: root,
      // An import of types alone is an arrow too: whoever reads the file follows it.
      tsPreCompilationDeps: true,
      exclude: { path: "\\.(test\\.tsx?|css)$" },
      doNotFollow: { path: "node_modules" },
      ruleSet: { forbidden: [{ name: "circle", severity: "error", from: {}, to: { circular: true } }] },
      validate: true,
    },
    { extensions: [".ts", ".tsx", ".js", ".json"] },
  );
  if (typeof output === "string") throw new Error(output);
  return output.modules.filter(({ source }) => source.startsWith("src/"));
}

/** The rooms with what each imports, wing by wing, as Markdown. */
function listOf(modules: readonly IModule[]): string {
  const nameOf = ({ wing, room }: Place) => `${wing.name}/${room.name}`;
  const used = new Map<string, Set<string>>();
  for (const { source, dependencies } of modules) {
    const here = placeOf(source);
    if (!here) continue;
    const rooms = used.get(nameOf(here)) ?? new Set();
    used.set(nameOf(here), rooms);
    for (const { resolved } of dependencies) {
      const there = placeOf(resolved);
      if (there && nameOf(there) !== nameOf(here)) rooms.add(nameOf(there));
    }
  }
  const order = house.flatMap(({ name, rooms }) => rooms.map((room) => `${name}/${room.name}`));
  return house
    .map(({ name, folder, holds, rooms }) => {
      const rows = rooms.map((room) => {
        const imports = order.filter((each) => used.get(`${name}/${room.name}`)?.has(each));
        const shown = imports.map((each) => (each.startsWith(`${name}/`) ? each.slice(name.length + 1) : each));
        return `| ${room.name} | ${room.holds} | ${shown.join(", ") || "–"} |`;
      });
      return [`### ${folder}`, "", `${holds}.`, "", "| room | holds | imports |", "| --- | --- | --- |", ...rows].join(
        "\n",
      );
    })
    .join("\n\n");
}

/** @returns what is wrong with the list in docs/architecture.md, or null */
async function keepPage(list: string, write: boolean): Promise<string | null> {
  const text = readFileSync(page, "utf8");
  const [head, rest] = text.split(begin);
  const tail = rest?.split(end)[1];
  if (head === undefined || tail === undefined)
    return `docs/architecture.md has no place for the rooms (${begin} … ${end})`;
  const wanted = await format(`${head}${begin}\n\n${list}\n\n${end}${tail}`, { parser: "markdown", printWidth: 120 });
  if (wanted === text) return null;
  if (!write) return "the rooms in docs/architecture.md are out of date: npm run rooms -- --write";
  writeFileSync(page, wanted);
  return null;
}

async function main(): Promise<number> {
  const modules = await modulesOf();
  const list = listOf(modules);
  console.log(list);
  const faults = modules.flatMap(({ source, dependencies }) => [
    ...(placeOf(source) ? [] : [`${source} stands in no room of structure/house.ts`]),
    ...dependencies.flatMap(({ resolved }) => {
      const why = objection(source, resolved);
      return why === null ? [] : [`${source} → ${resolved}: ${why}`];
    }),
  ]);
  const circles = circlesIn(modules).map((circle) => `circle: ${circle}`);
  const outdated = await keepPage(list, process.argv.includes("--write"));
  const all = [...faults, ...circles, ...(outdated === null ? [] : [outdated])];
  console.log(`\n${modules.length} files, ${house.flatMap(({ rooms }) => rooms).length} rooms, ${all.length} faults`);
  for (const fault of all) console.error(fault);
  return all.length === 0 ? 0 : 1;
}

main().then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    console.error(error instanceof Error ? error.message : String(error));
    process.exitCode = 1;
  },
);
