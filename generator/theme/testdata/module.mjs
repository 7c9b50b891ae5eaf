// Loads a module of templates/script/ that imports nothing, by its text: without a package.json Node takes a .js file for another kind of module.
import { readFileSync } from "node:fs";

export const load = (name) =>
  import("data:text/javascript;charset=utf-8," + encodeURIComponent(readFileSync(new URL(`../../../templates/script/${name}`, import.meta.url), "utf8")));
