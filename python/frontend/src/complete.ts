// Offers, behind an indicator's words, the values that are known of it: from the facts and from elsewhere in the text.

import { autocompletion, pickedCompletion, type Completion, type CompletionContext, type CompletionResult } from "@codemirror/autocomplete";
import type { Extension } from "@codemirror/state";
import type { EditorView } from "@codemirror/view";
import type { Core } from "./core";
import type { Offer } from "./protocol";

const BETWEEN = /(?:为|是|共计?|合计|总额|达到?|完成|实现|[:：]|\s)*([0-9][0-9,.]*)?$/;
const BEGINS = /(?:^|[，。；：、（(\s|]|[年度中的局馆院委办校心位门末])$/;
const NEAR = 60;
const LONG = 4; // a name of so many characters is no ending of another word

/** The offer whose words stand at the end of a line's text, with what was typed of the number already. */
export const offerAt = (before: string, offers: readonly Offer[]): { offer: Offer; typed: string } | null => {
  const between = before.match(BETWEEN)!;
  const words = before.slice(0, between.index);
  let best: { offer: Offer; length: number } | null = null;
  for (const offer of offers) {
    for (const name of offer.names) {
      // 支出合计 may be a name, or 支出 with 合计 behind it
      const end = words.endsWith(name) ? words.length : before.length - (between[1]?.length ?? 0);
      if (!before.slice(0, end).endsWith(name) || (best && best.length >= name.length)) continue;
      if (name.length >= LONG || BEGINS.test(before.slice(0, end - name.length))) best = { offer, length: name.length };
    }
  }
  return best && { offer: best.offer, typed: between[1] ?? "" };
};

/** Puts the value in place of what was typed of it; a unit that stands there already is not doubled. */
const put = (text: string) => (view: EditorView, completion: Completion, from: number, to: number): void => {
  const unit = text.match(/[^0-9.,-]*$/)![0];
  const end = unit && view.state.sliceDoc(to, to + unit.length) === unit ? to + unit.length : to;
  view.dispatch({ changes: { from, to: end, insert: text }, selection: { anchor: from + text.length }, userEvent: "input.complete", annotations: pickedCompletion.of(completion), scrollIntoView: true });
};

const source = (core: Core) => async (context: CompletionContext): Promise<CompletionResult | null> => {
  const { state, pos, view } = context;
  if (state.readOnly || view?.compositionStarted || /[0-9]/.test(state.sliceDoc(pos, pos + 1))) return null;
  const line = state.doc.lineAt(pos);
  const before = state.sliceDoc(Math.max(line.from, pos - NEAR), pos);
  if (!context.explicit && !/[\p{Script=Han}”"）:：0-9,.]$/u.test(before)) return null;
  const offers = context.explicit ? await core.fetch("values") : core.lists.values?.rows;
  const found = offers && offerAt(before, offers);
  if (!found || context.aborted) return null;
  const year = before.match(/([12][0-9]{3})年(?!.*[12][0-9]{3}年)/)?.[1];
  const options = found.offer.options.map(({ text, about, known, count }, index): Completion => ({
    label: text,
    detail: [...about, known ? core.labels.known : `${count} ${core.labels.placesAt}`].join(" · "),
    apply: put(text),
    boost: (year && about.includes(year) ? 50 : 0) - index,
  }));
  return { from: pos - found.typed.length, options, validFor: /^[0-9,.]*$/ };
};

export const completions = (core: Core): Extension =>
  autocompletion({ override: [source(core)], icons: false, selectOnOpen: false, interactionDelay: 0, maxRenderedOptions: 20, tooltipClass: () => "g-complete" });
