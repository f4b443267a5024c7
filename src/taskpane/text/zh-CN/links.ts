import type { LinksText } from "../types/links";

export const linksText: LinksText = {
  open: (host) => `打开 ${host}`,
  write: (address) => `发邮件给 ${address}`,
  copy: "复制路径",
  copyOf: (path) => `复制路径 ${path}`,
  why: "这里打不开电脑或共享盘里的文件。复制路径后，粘贴到“文件资源管理器”的地址栏就能打开。",
  copied: "已复制路径",
};
