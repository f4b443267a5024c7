import { fireEvent, render, screen, waitFor } from "@testing-library/react";
import { keepFocusInPlace } from "./lostFocus";

// One page for all tests, as the pane has one.
beforeAll(() => keepFocusInPlace(document));

function List({ names }: { readonly names: readonly string[] }) {
  return (
    <ul aria-label="list">
      {names.map((name) => (
        <li key={name} data-testid={name}>
          <button type="button">{name}</button>
        </li>
      ))}
    </ul>
  );
}

const frame = () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));

test.each([
  ["the one behind it", ["a", "b", "c"], ["a", "c"], "c"],
  ["the one before it, where it was the last", ["a", "b"], ["a"], "a"],
])("when the row with the focus goes, the focus moves to %s", async (_, before, after, place) => {
  const { rerender } = render(<List names={before} />);
  screen.getByRole("button", { name: "b" }).focus();
  rerender(<List names={after} />);
  await waitFor(() => expect(screen.getByTestId(place)).toHaveFocus());
  // It takes the focus this once: Tab does not stop there afterwards.
  screen.getByRole("button", { name: place }).focus();
  expect(screen.getByTestId(place)).not.toHaveAttribute("tabindex");
});

test("when the last row goes, the focus stays with the list", async () => {
  const { rerender } = render(<List names={["b"]} />);
  screen.getByRole("button", { name: "b" }).focus();
  rerender(<List names={[]} />);
  await waitFor(() => expect(screen.getByRole("list")).toHaveFocus());
});

test("a view that focuses something itself comes first, and whoever pressed elsewhere is left alone", async () => {
  const { rerender } = render(<List names={["a", "b", "c"]} />);
  screen.getByRole("button", { name: "b" }).focus();
  rerender(<List names={["a", "c"]} />);
  screen.getByRole("button", { name: "a" }).focus();
  await frame();
  expect(screen.getByRole("button", { name: "a" })).toHaveFocus();
  fireEvent.pointerDown(document.body);
  screen.getByRole("button", { name: "a" }).blur();
  rerender(<List names={["c"]} />);
  await frame();
  expect(document.body).toHaveFocus();
});
