// Parts of a page that are surely there, since the template of the page and its script are made for each other.

/** Gives all that a selector finds. @param {string} selector @param {ParentNode} [within] @returns {HTMLElement[]} */
export const all = (selector, within = document) => /** @type {HTMLElement[]} */ ([...within.querySelectorAll(selector)]);

/** Gives the first that a selector finds. @param {string} selector @param {ParentNode} [within] @returns {HTMLElement} */
export const one = (selector, within = document) => /** @type {HTMLElement} */ (within.querySelector(selector));
