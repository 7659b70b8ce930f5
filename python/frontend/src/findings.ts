// The findings as a field of the editor's state: each is known by its id, and all of its places ride on every change of the text.

import { MapMode, RangeSet, RangeValue, StateEffect, StateField, type EditorState, type Extension, type Range } from "@codemirror/state";
import { Decoration, EditorView, GutterMarker, ViewPlugin, gutter, type DecorationSet, type ViewUpdate } from "@codemirror/view";
import type { Delta, Finding, Severity, Span } from "./protocol";

export const showFindings = StateEffect.define<Delta>();
/** Whether absent parts are marked in the text as well: only after the user asked for a check of the whole. */
export const showAbsent = StateEffect.define<boolean>();
export const litPlaces = StateEffect.define<Span[]>();

/** One place of a finding; `index` as in `Finding.places`. */
class Place extends RangeValue {
  override startSide = -1;
  override endSide = -1;
  override mapMode = MapMode.Simple; // a place is never dropped: text may come back before the host has seen that it went
  constructor(
    readonly id: string,
    readonly index: number,
  ) {
    super();
  }
  override eq(other: Place): boolean {
    return this.id === other.id && this.index === other.index;
  }
}

interface Findings {
  byId: ReadonlyMap<string, Finding>;
  places: RangeSet<Place>;
  marks: DecorationSet;
  absent: boolean;
}

const NONE: Findings = { byId: new Map(), places: RangeSet.empty, marks: Decoration.none, absent: false };
const RANK: Record<Severity, number> = { error: 3, warning: 2, info: 1 };

const markOf = (finding: Finding, length: number): Decoration =>
  Decoration.mark({
    class: `g-mark g-${finding.severity}${length === 1 ? " g-short" : ""}`,
    attributes: { "data-finding": finding.id },
    finding: finding.id,
  });

const isDrawn = (finding: Finding): boolean => !finding.dismissed && !finding.absent;

const changed = (old: Findings, delta: Delta, length: number): Findings => {
  const byId = new Map(delta.full ? [] : old.byId);
  const gone = new Set(delta.del);
  for (const id of gone) byId.delete(id);
  const places: Range<Place>[] = [];
  const marks: Range<Decoration>[] = [];
  for (const finding of delta.add) {
    byId.set(finding.id, finding);
    finding.places.forEach(([from, to], index) => {
      const begin = Math.min(from, length);
      const end = Math.max(begin, Math.min(to, length));
      places.push(new Place(finding.id, index).range(begin, end));
      if (index === 0 && end > begin && isDrawn(finding)) marks.push(markOf(finding, end - begin).range(begin, end));
    });
  }
  if (delta.full) return { ...old, byId, places: RangeSet.of(places, true), marks: Decoration.set(marks, true) };
  const keeps = gone.size > 0;
  return {
    ...old,
    byId,
    places: old.places.update({ add: places, sort: true, ...(keeps ? { filter: (_f, _t, place) => !gone.has(place.id) } : {}) }),
    marks: old.marks.update({ add: marks, sort: true, ...(keeps ? { filter: (_f, _t, mark) => !gone.has(mark.spec.finding as string) } : {}) }),
  };
};

export const findings = StateField.define<Findings>({
  create: () => NONE,
  update(value, transaction) {
    if (transaction.docChanged) {
      value = { ...value, places: value.places.map(transaction.changes), marks: value.marks.map(transaction.changes) };
    }
    for (const effect of transaction.effects) {
      if (effect.is(showFindings)) value = changed(value, effect.value, transaction.newDoc.length);
      if (effect.is(showAbsent)) value = { ...value, absent: effect.value };
    }
    return value;
  },
  provide: (field) => EditorView.decorations.from(field, (value) => value.marks),
});

export const findingOf = (state: EditorState, id: string): Finding | undefined => state.field(findings).byId.get(id);

/** Where the places of a finding are now; null for one whose text is gone. */
export const placesOf = (state: EditorState, id: string): (Span | null)[] => {
  const value = state.field(findings);
  const found: (Span | null)[] = (value.byId.get(id)?.places ?? []).map(() => null);
  for (const at = value.places.iter(); at.value; at.next()) {
    if (at.value.id === id) found[at.value.index] = [at.from, at.to];
  }
  return found;
};

export interface Placed {
  finding: Finding;
  from: number;
  to: number;
}

/** All findings with where they stand now, in text order. */
export const placedFindings = (state: EditorState): Placed[] => {
  const value = state.field(findings);
  const found: Placed[] = [];
  for (const at = value.places.iter(); at.value; at.next()) {
    const finding = at.value.index === 0 ? value.byId.get(at.value.id) : undefined;
    if (finding) found.push({ finding, from: at.from, to: at.to });
  }
  return found;
};

/** The findings whose own place holds a position or touches it, the most serious first. */
export const findingsAt = (state: EditorState, from: number, to = from): Placed[] => {
  const value = state.field(findings);
  const found: Placed[] = [];
  value.places.between(from, to, (begin, end, place) => {
    const finding = place.index === 0 ? value.byId.get(place.id) : undefined;
    if (finding && !finding.dismissed) found.push({ finding, from: begin, to: end });
  });
  return found.sort((a, b) => RANK[b.finding.severity] - RANK[a.finding.severity] || a.from - b.from);
};

/** Places that something outside the text points at, such as the members of a relation. */
const lit = StateField.define<DecorationSet>({
  create: () => Decoration.none,
  update(value, transaction) {
    value = value.map(transaction.changes);
    for (const effect of transaction.effects) {
      if (!effect.is(litPlaces)) continue;
      const spans = effect.value.filter(([from, to]) => from < to && to <= transaction.newDoc.length);
      value = Decoration.set(spans.map(([from, to]) => Decoration.mark({ class: "g-lit" }).range(from, to)), true);
    }
    return value;
  },
  provide: (field) => EditorView.decorations.from(field),
});

/** While somebody types in a figure, what is found at it is drawn quietly; it is drawn fully when the caret leaves. */
const quiet = ViewPlugin.fromClass(
  class {
    decorations: DecorationSet = Decoration.none;
    private typing = false;
    update(update: ViewUpdate): void {
      if (update.transactions.some((each) => each.isUserEvent("input") || each.isUserEvent("delete"))) this.typing = true;
      else if (update.selectionSet) this.typing = false;
      const { main } = update.state.selection;
      const held = this.typing && main.empty ? findingsAt(update.state, main.head).filter((each) => each.from < each.to) : [];
      this.decorations = held.length ? Decoration.set(held.map((each) => Decoration.mark({ class: "g-quiet" }).range(each.from, each.to)), true) : Decoration.none;
    }
  },
  { decorations: (plugin) => plugin.decorations },
);

class Dot extends GutterMarker {
  constructor(readonly severity: Severity) {
    super();
  }
  override eq(other: Dot): boolean {
    return this.severity === other.severity;
  }
  override toDOM(): Node {
    const dot = document.createElement("span");
    dot.className = `g-icon g-icon-${this.severity}`;
    return dot;
  }
}
const DOTS: Record<Severity, Dot> = { error: new Dot("error"), warning: new Dot("warning"), info: new Dot("info") };

const dots = gutter({
  class: "g-dots",
  lineMarker(view, line) {
    const { absent } = view.state.field(findings);
    const worst = findingsAt(view.state, line.from, line.to).find(
      ({ finding, from, to }) => (absent || !finding.absent) && from >= line.from && from <= line.to && (finding.severity !== "info" || to - from === 1),
    );
    return worst ? DOTS[worst.finding.severity] : null;
  },
  lineMarkerChange: (update) => update.state.field(findings) !== update.startState.field(findings),
});

export const findingsExtension: Extension = [findings, lit, quiet, dots];
