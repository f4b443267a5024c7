import { type Desk } from "./workbench";

/** Opens the restore points in the Setup tab. */
export async function openRestore(desk: Desk): Promise<void> {
  await desk.press("tab-setup");
  if ((await desk.byId("setup-done").count()) > 0) await desk.idle();
  await desk.press("restore-look");
  await desk.byId("restore-size").waitFor();
}

/** Presses, and fails with what the pane says where it says that something is wrong. */
export async function giveBack(desk: Desk): Promise<void> {
  await desk.press("restore-apply");
  const said = desk.byId("restore-done").or(desk.byId("restore-problem"));
  await said.first().waitFor();
  expect(await desk.byId("restore-problem").allInnerTexts()).toEqual([]);
}

/** Gives the newest change back, of which nobody has changed anything since. */
export async function giveAllBack(desk: Desk): Promise<void> {
  await desk.press("restore-choose");
  await desk.byId("restore-preview").waitFor();
  expect(await desk.byId("restore-conflicts").count()).toBe(0);
  await giveBack(desk);
  await desk.settled();
}
