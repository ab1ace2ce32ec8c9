"use strict";
// Reports every place of the words of ../words.txt.
const fs = require("fs");
const path = require("path");
const words = fs.readFileSync(path.join(__dirname, "../words.txt"), "utf8").split(/\s+/).filter(Boolean);

module.exports = (context) => {
  const { Syntax, RuleError, report, getSource, locator } = context;
  return {
    [Syntax.Str](node) {
      const text = getSource(node);
      for (const word of words) {
        for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + word.length)) {
          report(node, new RuleError(word, { padding: locator.at(at) }));
        }
      }
    },
  };
};
