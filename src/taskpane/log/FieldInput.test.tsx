import { screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { repDesk } from "../../../test/support/repStub";
import { checkResult, renderPane, today } from "../../../test/support/sessionStub";
import { defaultField } from "../../domain/schema/defaults";
import { ownField } from "../../domain/schema/fieldIds";

// Views are loaded on demand: the tests would have to wait for this one.
beforeAll(() => Promise.all([import("./LogView")]));

const id = ownField("合同");
const plain = repDesk([{ id: "A1", customer: "远山能源科技", owner: "李敏", stage: "方案演示" }], today);
const { columns } = plain.book.records;
const desk = {
  ...plain,
  book: {
    ...plain.book,
    schema: {
      ...plain.book.schema,
      fields: [
        ...plain.book.schema.fields,
        { ...defaultField(id, "合同文件"), kind: "link" as const, level: "warn" as const },
      ],
    },
    records: { ...plain.book.records, columns: new Map([...columns, [id, columns.size] as const]) },
  },
};

/** The field of a new customer's form, wherever its step is. */
async function openField(): Promise<HTMLElement> {
  renderPane({ installed: true, check: checkResult() }, { tab: "log", memory: [["me", "李敏"]], ...desk });
  await userEvent.click(await screen.findByTestId("log-new"));
  await screen.findByTestId("log-new-name");
  for (let step = 0; step < 8 && screen.queryByTestId(`field-${id}`) === null; step += 1)
    await userEvent.click(screen.getByTestId("log-forward"));
  return screen.getByTestId(`field-${id}`);
}

/** Pastes the value over whatever the field held. */
async function fill(field: HTMLElement, value: string): Promise<void> {
  await userEvent.clear(field);
  await userEvent.click(field);
  await userEvent.paste(value);
}

test("a link in the form has its icon, and opens in a new window as soon as it is one", async () => {
  const field = await openField();
  expect(screen.getByRole("img", { name: "链接或文件" })).toBeVisible();
  expect(screen.queryByTestId("link-open")).toBeNull();
  await fill(field, "example.com/a?b=1");
  const open = await screen.findByRole("link", { name: "打开 example.com" });
  expect(open).toHaveAttribute("href", "https://example.com/a?b=1");
  expect(open).toHaveAttribute("target", "_blank");
  expect(open).toHaveAttribute("rel", "noopener noreferrer");
  await fill(field, "ｈｔｔｐｓ：／／例子。公司");
  expect(await screen.findByRole("link", { name: "打开 例子.公司" })).toHaveAttribute(
    "href",
    "https://xn--fsqu00a.xn--55qx5d/",
  );
  await fill(field, "mailto:zhao@example.com");
  expect(await screen.findByRole("link", { name: "发邮件给 zhao@example.com" })).toBeVisible();
});

test("the path of a file is copied as it has to be, and not opened", async () => {
  const user = userEvent.setup();
  const field = await openField();
  await fill(field, '"\\\\server\\share\\报价 v2.pdf"');
  const copy = await screen.findByTestId("link-copy");
  expect(screen.queryByTestId("link-open")).toBeNull();
  await user.click(copy);
  expect(await navigator.clipboard.readText()).toBe("\\\\server\\share\\报价 v2.pdf");
  expect(screen.getByTestId("taken-out")).toHaveTextContent("已复制路径");
  await fill(field, "C:\\客户\\报价.xlsx");
  expect(screen.queryByTestId("taken-out")).toBeNull();
});

test.each([
  "javascript:alert(1)",
  " JAVASCRIPT://example.com/%0aalert(1)",
  "ｊａｖａｓｃｒｉｐｔ：alert(1)",
  "data:text/html,<script>alert(1)</script>",
  "ms-word:ofe|u|https://example.com/a.docx",
  "https://example.com@evil.example",
  "http://",
  "http://example.com:99999",
  "C:",
  "见附件",
])("%j is left as text, with nothing to open or copy", async (value) => {
  const field = await openField();
  await fill(field, value);
  expect(field).toHaveValue(value);
  expect(within(document.body).queryByTestId("link-open")).toBeNull();
  expect(within(document.body).queryByTestId("link-copy")).toBeNull();
});
