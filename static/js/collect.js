// What was dropped or pasted, as files with their paths: [{ file, path }, ...].

async function entriesOf(folder) {
  const reader = folder.createReader();
  const found = [];
  for (;;) {  // a reader gives at most 100 entries a call
    const some = await new Promise((resolve, reject) => reader.readEntries(resolve, reject));
    if (!some.length) return found;
    found.push(...some);
  }
}

async function filesUnder(entry, path) {
  if (entry.isFile) {
    const file = await new Promise((resolve, reject) => entry.file(resolve, reject));
    return [{ file, path: path + file.name }];
  }
  const found = [];
  for (const inner of await entriesOf(entry)) found.push(...await filesUnder(inner, `${path}${entry.name}/`));
  return found;
}

export async function droppedFiles(transfer) {
  // The entries must be asked for at once: they are gone after the event.
  const entries = [...transfer.items].filter((item) => item.kind === "file").map((item) => item.webkitGetAsEntry && item.webkitGetAsEntry());
  if (!entries.length || entries.some((entry) => !entry)) {
    return [...transfer.files].map((file) => ({ file, path: file.name }));
  }
  const found = [];
  for (const entry of entries) found.push(...await filesUnder(entry, ""));
  return found.filter((one) => !one.file.name.startsWith("."));
}

function asFile(words, kind, now) {
  const stamp = now.toISOString().slice(0, 19).replace("T", " ").replaceAll(":", ".");
  const file = new File([words], `pasted ${stamp}.${kind === "text/html" ? "html" : "txt"}`, { type: kind, lastModified: now.getTime() });
  return { file, path: file.name };
}

// A copied page comes as HTML with its headings and links; it is sent as a file and read like any saved page.
export function pastedFiles(clipboard) {
  if (clipboard.files.length) return [...clipboard.files].map((file) => ({ file, path: file.name }));
  const now = new Date();
  const html = clipboard["text/html"] || clipboard.getData("text/html");
  if (html) return [asFile(`<!doctype html><meta charset="utf-8">${html}`, "text/html", now)];
  const plain = clipboard["text/plain"] || clipboard.getData("text/plain");
  return plain.trim() ? [asFile(plain, "text/plain", now)] : [];
}
