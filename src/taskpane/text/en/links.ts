import type { LinksText } from "../types/links";

export const linksText: LinksText = {
  open: (host) => `Open ${host}`,
  write: (address) => `Write to ${address}`,
  copy: "Copy path",
  copyOf: (path) => `Copy path ${path}`,
  why: "The pane cannot open files on a computer or a shared drive. Copy the path and paste it into the address bar of File Explorer.",
  copied: "Path copied",
};
