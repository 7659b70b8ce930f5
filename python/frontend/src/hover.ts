// Cards in the text: under the mouse, and at the caret when the keyboard asks for one.

import { StateEffect, StateField, type Extension } from "@codemirror/state";
import { EditorView, hoverTooltip, showTooltip, type Tooltip } from "@codemirror/view";
import { card, jump } from "./card";
import type { Core } from "./core";
import { el } from "./dom";
import { findings, findingsAt, placedFindings, type Placed } from "./findings";

/** Opens the card of a finding, with the focus on its first button or not; null closes it. */
const openCard = StateEffect.define<{ id: string; focus: boolean } | null>();

const inside = (core: Core, placed: readonly Placed[], focus = false) => (view: EditorView) => {
  const close = () => {
    view.dispatch({ effects: openCard.of(null) });
    view.focus();
  };
  const dom = el("div", { class: "g-cards", role: "dialog", "aria-label": core.labels.problems }, ...placed.map(({ finding }) => card(view, core, finding, close)));
  dom.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    event.preventDefault();
    close();
  });
  return { dom, overlap: true, mount: () => { if (focus) dom.querySelector<HTMLElement>(".g-button")?.focus({ preventScroll: true }); } };
};

const cardField = (core: Core) =>
  StateField.define<Tooltip | null>({
    create: () => null,
    update(value, transaction) {
      if (value && (transaction.docChanged || transaction.selection)) value = null;
      for (const effect of transaction.effects) {
        if (!effect.is(openCard)) continue;
        const asked = effect.value;
        const placed = asked && placedFindings(transaction.state).find(({ finding }) => finding.id === asked.id);
        value = placed ? { pos: placed.from, end: placed.to, above: false, create: inside(core, [placed], asked.focus) } : null;
      }
      return value && transaction.state.field(findings) ? value : null;
    },
    provide: (field) => showTooltip.from(field),
  });

export const showCard = (view: EditorView, id: string, focus = false): void => view.dispatch({ effects: openCard.of({ id, focus }) });

export const closeCard = (view: EditorView): boolean => {
  if (!view.dom.getRootNode() || !cardIn(view)) return false;
  view.dispatch({ effects: openCard.of(null) });
  return true;
};

const cardIn = (view: EditorView): HTMLElement | null => (view.root as ShadowRoot).querySelector<HTMLElement>(".cm-tooltip .g-cards");

/** Opens the card of the finding at the caret and puts the focus on its first button. */
export const focusFixes = (view: EditorView): boolean => {
  const { from, to } = view.state.selection.main;
  const placed = findingsAt(view.state, from, to)[0];
  if (!placed) return false;
  showCard(view, placed.finding.id, true);
  return true;
};

/** Goes to the next finding (or the one before) with its card. */
export const walk = (view: EditorView, core: Core, backwards: boolean): boolean => {
  const { absent } = view.state.field(findings);
  const all = placedFindings(view.state).filter(({ finding }) => !finding.dismissed && (absent || !finding.absent));
  if (!all.length) {
    core.tell(core.labels.noFindings, "info");
    return true;
  }
  const { from, to } = view.state.selection.main;
  const next = backwards ? all.findLast((each) => each.from < from) ?? all[all.length - 1] : all.find((each) => each.from > from || (each.from === from && each.to !== to)) ?? all[0];
  if (!next) return true;
  jump(view, next.from, next.to);
  showCard(view, next.finding.id);
  return true;
};

export const cards = (core: Core): Extension => [
  cardField(core),
  hoverTooltip(
    (view, pos) => {
      const found = findingsAt(view.state, pos).filter((each) => each.from < each.to && each.from <= pos && pos <= each.to);
      if (!found.length || core.session.state === "connecting") return null;
      const first = found[0]!;
      return { pos: first.from, end: first.to, above: false, create: inside(core, found.slice(0, 4)) };
    },
    { hoverTime: 250, hideOnChange: true },
  ),
];
