import { createEvent, fireEvent, render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { TextControl } from "./controls";

test("Enter that ends a composition of an input method commits nothing; the next one does", async () => {
  const committed: string[] = [];
  render(<TextControl label="名称" value="" testId="name" onCommit={(text) => committed.push(text)} />);
  const box = screen.getByTestId("name");
  await userEvent.type(box, "zhanhui");
  fireEvent(box, createEvent.keyDown(box, { key: "Enter", isComposing: true }));
  expect(committed).toEqual([]);
  await userEvent.keyboard("{Enter}");
  expect(committed).toEqual(["zhanhui"]);
});
