// What is pasted from Word and from web pages: a table becomes a pipe table, and automatic numbers that the clipboard carries stay.

import { EditorView } from "@codemirror/view";

const cellText = (cell: Element): string => (cell.textContent ?? "").replace(/\s+/g, " ").replace(/\|/g, "\\|").trim();

export const pipeTable = (table: HTMLTableElement): string => {
  const grid: string[][] = [];
  [...table.rows].forEach((row, r) => {
    const cells = (grid[r] ??= []);
    let c = 0;
    for (const cell of row.cells) {
      while (cells[c] !== undefined) c++;
      for (let down = 0; down < Math.max(1, cell.rowSpan) && r + down < table.rows.length; down++) {
        for (let across = 0; across < Math.max(1, cell.colSpan); across++) (grid[r + down] ??= [])[c + across] = down || across ? "" : cellText(cell);
      }
      c += Math.max(1, cell.colSpan);
    }
  });
  const width = Math.max(...grid.map((row) => row.length));
  const lines = grid.map((row) => `| ${Array.from({ length: width }, (_, c) => row[c] ?? "").join(" | ")} |`);
  lines.splice(1, 0, `|${" --- |".repeat(width)}`);
  return lines.join("\n");
};

const BLOCKS = new Set(["P", "DIV", "LI", "H1", "H2", "H3", "H4", "H5", "H6", "TR", "BLOCKQUOTE"]);

/** The text of pasted markup with its tables as pipe tables; null where it has no table. */
export const plainOf = (html: string): string | null => {
  const { body } = new DOMParser().parseFromString(html, "text/html"); // inert: no script runs and nothing is loaded
  if (!body.querySelector("table")) return null;
  const lines: string[] = [""];
  const walk = (node: Node): void => {
    if (node instanceof HTMLTableElement && node.rows.length > 0) {
      lines.push(...pipeTable(node).split("\n"), "");
    } else if (node.nodeType === Node.TEXT_NODE) {
      lines[lines.length - 1] += (node.textContent ?? "").replace(/\s+/g, " ");
    } else if (node instanceof Element && !["STYLE", "SCRIPT", "META", "TITLE"].includes(node.tagName)) {
      if (node.tagName === "BR") lines.push("");
      const block = BLOCKS.has(node.tagName);
      if (block && lines[lines.length - 1] !== "") lines.push("");
      node.childNodes.forEach(walk);
      if (block && lines[lines.length - 1] !== "") lines.push("");
    }
  };
  walk(body);
  return lines.map((line) => line.trim()).join("\n").replace(/\n{3,}/g, "\n\n").trim();
};

export const pasteTable = EditorView.domEventHandlers({
  paste(event, view) {
    const html = event.clipboardData?.getData("text/html");
    const text = html && html.includes("<table") ? plainOf(html) : null;
    if (text === null || text === "" || view.state.readOnly) return false;
    event.preventDefault();
    view.dispatch(view.state.replaceSelection(text), { userEvent: "input.paste", scrollIntoView: true });
    return true;
  },
});
