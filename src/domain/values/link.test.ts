import { readLink, type LinkTarget } from "./link";

test.each<[string, LinkTarget]>([
  ["example.com/a?b=1#c", { kind: "web", address: "https://example.com/a?b=1#c", host: "example.com" }],
  [
    "http://www.example.com:8080",
    { kind: "web", address: "http://www.example.com:8080", host: "www.example.com:8080" },
  ],
  ["HTTPS://例子.公司/关于", { kind: "web", address: "HTTPS://例子.公司/关于", host: "例子.公司" }],
  ["mailto:a@example.com?subject=x", { kind: "mail", address: "mailto:a@example.com?subject=x", to: "a@example.com" }],
  ["C:\\客户 资料\\报价.xlsx", { kind: "file", path: "C:\\客户 资料\\报价.xlsx" }],
  ["\\\\server\\share\\报价.pdf", { kind: "file", path: "\\\\server\\share\\报价.pdf" }],
  ["file:///C:/a.xlsx", { kind: "file", path: "file:///C:/a.xlsx" }],
])("%j leads to %j", (link, target) => {
  expect(readLink(link)).toEqual(target);
});

test.each([
  "",
  " ",
  "javascript:alert(1)",
  "data:text/html,x",
  "http://",
  "C:",
  "见附件",
  "https://a.com@b.com",
  "ｅｘａｍｐｌｅ．ｃｏｍ",
])("%j leads nowhere", (link) => {
  expect(readLink(link)).toBeNull();
});
