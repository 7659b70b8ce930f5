// Gives the headings consecutive numbers, as one undo step; which numbers are wrong is known to the host.

import { isolateHistory } from "@codemirror/commands";
import type { ChangeDesc } from "@codemirror/state";
import type { EditorView } from "@codemirror/view";
import { Tracked, type Core } from "./core";
import type { Renumbering } from "./protocol";

export const renumber = async (view: EditorView, core: Core): Promise<void> => {
  if (view.state.readOnly) return;
  let answer: { data: Renumbering[]; later: ChangeDesc[] };
  try {
    answer = await core.session.request("renumber");
  } catch (error) {
    return core.tell(error instanceof Error ? error.message : String(error), "error");
  }
  const list = new Tracked(answer.data, answer.later);
  const placed = list.rows.map((row) => ({ ...row, at: list.at(row.at) }));
  const changes = placed.filter(({ at, expect }) => view.state.sliceDoc(at[0], at[1]) === expect).map(({ at, text }) => ({ from: at[0], to: at[1], insert: text }));
  if (changes.length) view.dispatch({ changes, userEvent: "input.gouji.renumber", annotations: isolateHistory.of("full") });
  core.tell(changes.length ? core.labels.renumbered.replace("$", String(changes.length)) : core.labels.inOrder, "info");
  view.focus();
};
