// The entry of the local page: the same editor over requests to the program that opened it.

import { Core } from "./core";
import type { FromHost, ToHost } from "./protocol";
import { GoujiView } from "./view";

const token = new URLSearchParams(location.hash.slice(1)).get("token") ?? sessionStorage.getItem("gouji-token") ?? "";
sessionStorage.setItem("gouji-token", token);
history.replaceState(null, "", location.pathname);

const PING_EVERY = 2500;

/** A message and, where there is one, the text behind it: 4 bytes with the length of the JSON, the JSON, UTF-16. */
const packed = (message: ToHost, buffer?: ArrayBuffer): Uint8Array<ArrayBuffer> => {
  const json = new TextEncoder().encode(JSON.stringify(message));
  const bytes = new Uint8Array(4 + json.length + (buffer?.byteLength ?? 0));
  new DataView(bytes.buffer).setUint32(0, json.length);
  bytes.set(json, 4);
  if (buffer) bytes.set(new Uint8Array(buffer), 4 + json.length);
  return bytes;
};

const unpacked = (bytes: ArrayBuffer): [FromHost, ArrayBuffer | undefined][] => {
  const found: [FromHost, ArrayBuffer | undefined][] = [];
  for (let at = 0; at < bytes.byteLength; ) {
    const [json, text] = [new DataView(bytes).getUint32(at), new DataView(bytes).getUint32(at + 4)];
    const message = JSON.parse(new TextDecoder().decode(bytes.slice(at + 8, at + 8 + json))) as FromHost;
    found.push([message, text ? bytes.slice(at + 8 + json, at + 8 + json + text) : undefined]);
    at += 8 + json + text;
  }
  return found;
};

const core: Core = new Core({ send: (message, buffer) => void post(message, buffer) });

async function post(message: ToHost, buffer?: ArrayBuffer): Promise<void> {
  for (let tries = 0; ; tries++) {
    try {
      const answer = await fetch("/message", { method: "POST", headers: { "X-Gouji-Token": token, "Content-Type": "application/octet-stream" }, body: packed(message, buffer) });
      if (!answer.ok) throw new Error(await answer.text());
      for (const [received, text] of unpacked(await answer.arrayBuffer())) core.session.receive(received, text);
      return;
    } catch (error) {
      if (message.t === "ping" || tries === 3) {
        if (message.t !== "ping") core.tell(error instanceof Error ? error.message : String(error), "error");
        return;
      }
      await new Promise((resolve) => setTimeout(resolve, 400 * (tries + 1)));
    }
  }
}

const host = document.createElement("div");
host.id = "editor";
document.body.append(host);
const view = new GoujiView(core, host, { full: true });
core.session.open();
view.editor.focus();
setInterval(() => core.session.ping(), PING_EVERY);
addEventListener("beforeunload", (event) => {
  if (core.session.unsent) event.preventDefault();
});
