// The entry of the notebook widget: one core for each model, any number of views of it.

import { Core } from "./core";
import type { FromHost } from "./protocol";
import { GoujiView } from "./view";

interface Model {
  get(name: string): unknown;
  set(name: string, value: unknown): void;
  save_changes(): void;
  on(name: string, listener: (...given: never[]) => void): void;
  off(name: string, listener: (...given: never[]) => void): void;
  send(content: unknown, callbacks?: unknown, buffers?: ArrayBuffer[]): void;
}

export default () => {
  let core: Core | undefined;
  return {
    initialize({ model }: { model: Model }) {
      const made = new Core({ send: (message, buffer) => model.send(message, undefined, buffer ? [buffer] : []) });
      core = made;
      const listen = (message: FromHost, buffers?: DataView[]) => made.session.receive(message, buffers?.[0]);
      model.on("msg:custom", listen as never);
      made.session.open();
      return () => {
        made.session.close();
        model.off("msg:custom", listen as never);
      };
    },
    render({ model, el }: { model: Model; el: HTMLElement }) {
      const host = document.createElement("div");
      el.append(host);
      const view = new GoujiView(core!, host, {
        height: Number(model.get("height")) || 460,
        onHeight: (height) => {
          model.set("height", height);
          model.save_changes();
        },
      });
      return () => view.destroy();
    },
  };
};
