import { screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { defaultField } from "../../domain/schema/defaults";
import { ownField } from "../../domain/schema/fieldIds";
import { fieldName } from "../../domain/schema/fieldName";
import type { Touch } from "../../domain/log/touch";
import { repDesk } from "../../../test/support/repStub";
import { touchStub } from "../../../test/support/touchStub";
import { checkResult, dueItem, finding, renderPane, today } from "../../../test/support/sessionStub";

// Scripts of their own: on a busy machine they take longer than a query waits.
beforeAll(() =>
  Promise.all([
    import("./CustomerCard"),
    import("../today/TodayView"),
    import("../log/LogView"),
    import("../check/CheckView"),
    import("../result/ResultBar"),
  ]),
);

const desk = repDesk(
  [
    {
      id: "A1",
      customer: "远山能源科技",
      owner: "李敏",
      stage: "方案演示",
      contact: "赵经理",
      phone: "138 0000 1111、+86 10-6234 5678 转 801",
      nextDate: today - 2,
    },
    { id: "A2", customer: "绿源食品", owner: "王强", stage: "方案演示", nextDate: today - 1 },
  ],
  today,
);
const state = {
  installed: true,
  check: checkResult({ due: [dueItem({ row: 2 }), dueItem({ row: 3, customer: "绿源食品", owner: "王强", days: 1 })] }),
};
const touch = (row: number, change: Partial<Touch>) =>
  touchStub({ row, id: `L${row}`, customerId: "A1", kind: "contact", date: today - 20 + row, ...change });
const log = {
  problems: [],
  touches: [
    touch(2, { content: "第一次" }),
    touch(3, { content: "第二次" }),
    touch(4, { content: "第三次", promise: "kept" }),
    touch(5, { content: "等法务回条款", promise: "late", promised: today - 2, method: "电话" }),
    touch(6, { content: "别人的", customerId: "A2" }),
  ],
};

async function open() {
  const user = userEvent.setup();
  const pane = renderPane(state, { ...desk, rep: { log }, memory: [["me", "Tester"]] });
  await user.click(await screen.findByRole("button", { name: "远山能源科技" }));
  const card = await screen.findByTestId("card");
  return { ...pane, user, card };
}

test("the name opens the card, with the number to be read and dialled, and the jump to the row as a button of its own", async () => {
  const { asked, user, card } = await open();
  expect(within(card).getByRole("heading", { name: "远山能源科技" })).toBeVisible();
  expect(within(card).getByTestId("card-stage")).toHaveTextContent("方案演示");
  expect(within(card).getByTestId("card-flags")).toHaveTextContent("逾期：约好8月5日跟进，已过 2 天");
  const phones = within(card).getByTestId("card-phones");
  expect(phones).toHaveTextContent("赵经理");
  expect(phones).toHaveTextContent("138 0000 1111");
  expect(
    within(phones)
      .getAllByTestId("card-call")
      .map((link) => link.getAttribute("href")),
  ).toEqual(["tel:13800001111", "tel:+861062345678"]);
  expect(asked).toEqual([]);
  await user.click(within(card).getByTestId("card-row"));
  expect(asked).toEqual([["select", "客户", { row: 1, column: 1, rows: 1, columns: 1 }]]);
});

describe("links and files on the card", () => {
  const fields = [
    { id: ownField("官网"), value: "例子.公司/关于" },
    { id: ownField("合同"), value: "C:\\客户 资料\\合同（盖章）.pdf" },
    { id: ownField("来信"), value: "mailto:zhao@example.com" },
    { id: ownField("坏的"), value: "javascript:alert(1)" },
    { id: ownField("空的"), value: "" },
    { id: ownField("端口"), value: "http://example.com:99999/a" },
  ];
  const { book, customers } = desk;
  const links = fields.map(({ id }) => ({ ...defaultField(id, fieldName(id, "zh-CN")), kind: "link" as const }));
  const width = book.records.columns.size;
  const withLinks = {
    customers: customers.map((each) => ({ ...each, values: [...each.values, ...fields.map(({ value }) => value)] })),
    book: {
      ...book,
      schema: { ...book.schema, fields: [...book.schema.fields, ...links] },
      records: {
        ...book.records,
        columns: new Map([...book.records.columns, ...fields.map(({ id }, at) => [id, width + at] as const)]),
      },
    },
  };

  async function openWithLinks() {
    const user = userEvent.setup();
    renderPane(state, { ...desk, ...withLinks, rep: { log } });
    await user.click(await screen.findByRole("button", { name: "远山能源科技" }));
    return { user, shown: await screen.findByTestId("card-links") };
  }

  test("each that leads somewhere stands there with icon, header and what can be done, and nothing else does", async () => {
    const { shown } = await openWithLinks();
    const [site, contract, mail, ...others] = within(shown).getAllByTestId("card-link");
    expect(others).toEqual([]);
    const open = await within(site!).findByRole("link", { name: "打开 例子.公司" });
    expect(site).toHaveTextContent("官网");
    expect(within(site!).getByRole("img", { name: "链接或文件" })).toBeVisible();
    expect(open).toHaveAttribute("href", "https://xn--fsqu00a.xn--55qx5d/%E5%85%B3%E4%BA%8E");
    expect(open).toHaveAttribute("target", "_blank");
    expect(open).toHaveAttribute("rel", "noopener noreferrer");
    expect(await within(mail!).findByRole("link", { name: "发邮件给 zhao@example.com" })).toHaveAttribute(
      "href",
      "mailto:zhao@example.com",
    );
    expect(contract).toHaveTextContent("C:\\客户 资料\\合同（盖章）.pdf");
    expect(within(contract!).queryByRole("link")).toBeNull();
    expect(shown.innerHTML).not.toContain("javascript");
  });

  test("the path of a file is copied, and it is said that the pane cannot open it", async () => {
    const { user, shown } = await openWithLinks();
    await user.click(await within(shown).findByRole("button", { name: /^复制路径/ }));
    expect(await navigator.clipboard.readText()).toBe("C:\\客户 资料\\合同（盖章）.pdf");
    expect(within(shown).getByTestId("taken-out")).toHaveTextContent("已复制路径");
    expect(within(shown).getByTestId("link-why")).toHaveTextContent("这里打不开电脑或共享盘里的文件");
  });

  test("where the clipboard is closed the path stands there selected", async () => {
    const { user, shown } = await openWithLinks();
    jest.spyOn(navigator.clipboard, "writeText").mockRejectedValue(new Error("blocked"));
    await user.click(await within(shown).findByRole("button", { name: /^复制路径/ }));
    expect(await screen.findByTestId("copy-by-hand")).toHaveValue("C:\\客户 资料\\合同（盖章）.pdf");
  });

  test("a customer without any has no room for them", async () => {
    const { card } = await open();
    expect(within(card).queryByTestId("card-links")).toBeNull();
  });
});

test("the last three touches stand there with how their promises fared, the others on request", async () => {
  const { user, card } = await open();
  expect(
    within(card)
      .getAllByTestId("card-touch")
      .map((line) => line.lastChild?.textContent),
  ).toEqual(["等法务回条款", "第三次", "第二次"]);
  expect(within(card).getAllByTestId("card-touch")[0]).toHaveTextContent("晚了 · 约 8月5日");
  await user.click(within(card).getByTestId("card-more"));
  expect(within(card).getAllByTestId("card-touch")).toHaveLength(4);
  expect(card).not.toHaveTextContent("别人的");
});

test("Back returns to the list as it was, with the focus on the name", async () => {
  const user = userEvent.setup();
  renderPane(state, { ...desk, rep: { log } });
  await user.type(await screen.findByTestId("today-search"), "绿源");
  const name = await screen.findByRole("button", { name: "绿源食品" });
  await waitFor(() => expect(screen.queryByRole("button", { name: "远山能源科技" })).not.toBeInTheDocument());
  await user.click(name);
  expect(await screen.findByTestId("card-back")).toHaveFocus();
  expect(screen.getByTestId("today-search")).not.toBeVisible();
  await user.click(screen.getByTestId("card-back"));
  expect(screen.queryByTestId("card")).not.toBeInTheDocument();
  expect(screen.getByTestId("today-search")).toHaveValue("绿源");
  await waitFor(() => expect(screen.getByRole("button", { name: "绿源食品" })).toHaveFocus());
});

test("closing leads to the form with the kind chosen, and another tab puts the card away", async () => {
  const { user, navigation } = await open();
  await user.click(screen.getByTestId("card-close"));
  await user.click(screen.getByTestId("card-lost"));
  expect(navigation.chosen()).toBe("log");
  expect(screen.queryByTestId("card")).not.toBeInTheDocument();
  expect(await screen.findByTestId("log-customer")).toHaveValue("远山能源科技");
  expect(await screen.findByTestId("log-closing")).toBeVisible();
});

test("handing over and moving the date are done on the card itself", async () => {
  const { asked, user, card } = await open();
  await user.click(within(card).getByTestId("card-transfer"));
  await user.selectOptions(within(card).getByTestId("transfer-to"), "王强");
  await user.click(within(card).getByTestId("transfer-apply"));
  expect(asked.find(([what]) => what === "transfer")).toEqual(["transfer", [desk.customers[0]], "王强", "", "Tester"]);
  await waitFor(() => expect(within(card).getByTestId("card-log")).toHaveFocus());
});

test.each(["check", "log"] as const)("it opens from the other views too: %s", async (tab) => {
  const user = userEvent.setup();
  const check = checkResult({ findings: [finding("B2", "远山能源科技")] });
  renderPane({ installed: true, check }, { ...desk, tab });
  if (tab === "log") await user.type(await screen.findByTestId("log-customer"), "远山{Enter}");
  await user.click(await screen.findByRole("button", { name: "打开 远山能源科技 的客户卡片" }));
  expect(await screen.findByTestId("card-phones")).toHaveTextContent("138 0000 1111");
  await user.click(screen.getByTestId("card-back"));
  await waitFor(() => expect(screen.getByTestId("open-card")).toHaveFocus());
});

test("a customer who has gone from the sheet is said to have, with the way back", async () => {
  const customers = [...desk.customers];
  const user = userEvent.setup();
  const { become } = renderPane(state, { ...desk, customers });
  await user.click(await screen.findByRole("button", { name: "远山能源科技" }));
  await screen.findByTestId("card");
  customers.splice(0, 1);
  become({ check: checkResult({ due: [] }) });
  expect(await screen.findByTestId("card-gone")).toHaveTextContent("这个客户已经不在表里了");
  expect(screen.getByTestId("card-back")).toBeVisible();
});
