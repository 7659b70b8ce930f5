// The card of a finding: what was found, the calculation, the related places, and what can be done about it.

import { isolateHistory } from "@codemirror/commands";
import type { EditorView } from "@codemirror/view";
import type { Core } from "./core";
import { el } from "./dom";
import { placesOf } from "./findings";
import type { Finding, Fix } from "./protocol";

/** Applies a fix as one undo step of this view; false where the text at its places is no longer what it was made for. */
export const applyFix = (view: EditorView, core: Core, finding: Finding, fix: Fix): boolean => {
  const places = placesOf(view.state, finding.id);
  const changes = [];
  for (const edit of fix.edits) {
    const at = places[edit.place];
    if (!at || view.state.sliceDoc(at[0], at[1]) !== edit.expect || view.state.readOnly) {
      core.tell(core.labels.refused, "error");
      return false;
    }
    changes.push({ from: at[0], to: at[1], insert: edit.text });
  }
  const set = view.state.changes(changes);
  view.dispatch({
    changes: set,
    userEvent: "input.gouji.fix",
    annotations: isolateHistory.of("full"),
    ...(places[0] ? { selection: { anchor: set.mapPos(places[0][1], 1) } } : {}),
    scrollIntoView: true,
  });
  view.focus();
  return true;
};

export const jump = (view: EditorView, from: number, to = from): void => {
  view.dispatch({ selection: { anchor: from, head: to }, scrollIntoView: true });
  view.focus();
};

export const dismiss = (core: Core, finding: Finding, dismissed: boolean): void => {
  void core.ask("dismiss", { id: finding.id, dismissed });
};

/** `done` is called after something was applied, so that the card can close. */
export const card = (view: EditorView, core: Core, finding: Finding, done: () => void): HTMLElement => {
  const { labels } = core;
  const places = placesOf(view.state, finding.id);
  const lines = finding.related.flatMap(({ place, message }) => {
    const at = places[place];
    if (!at) return [];
    const line = view.state.doc.lineAt(at[0]);
    const quoted = view.state.sliceDoc(at[0], Math.min(at[1], at[0] + 24));
    const text = `${labels.line} ${line.number}${quoted ? ` “${quoted}”` : ""} ${message}`;
    return [el("li", {}, el("button", { class: "g-link", type: "button", click: () => jump(view, at[0], at[1]) }, text))];
  });
  const buttons = finding.fixes.map((fix, index) =>
    el(
      "button",
      { class: fix.sure && index === 0 ? "g-button g-primary" : "g-button", type: "button", click: () => { if (applyFix(view, core, finding, fix)) done(); } },
      fix.title,
    ),
  );
  const unsure = finding.fixes.length > 0 && !finding.fixes.some((fix) => fix.sure);
  return el(
    "div",
    { class: `g-card g-card-${finding.severity}`, "data-finding": finding.id },
    el("div", { class: "g-card-head" }, el("span", { class: `g-icon g-icon-${finding.severity}`, "aria-hidden": "true" }), el("strong", {}, labels[finding.severity]), el("code", {}, finding.code)),
    el("p", { class: "g-message" }, finding.message),
    lines.length > 0 && el("ul", { class: "g-related", "aria-label": labels.related }, ...lines),
    unsure && el("p", { class: "g-hint" }, labels.candidates),
    el("div", { class: "g-actions" }, ...buttons, el("button", { class: "g-button g-quiet-button", type: "button", click: () => { dismiss(core, finding, !finding.dismissed); done(); } }, finding.dismissed ? labels.restore : labels.dismiss)),
  );
};
