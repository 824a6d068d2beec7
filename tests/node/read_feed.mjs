// Reads a podcast feed from standard input as Podcast Index does, and writes it as JSON.
// A feed the parser refuses comes out as null.
import { readFileSync } from "node:fs";
import { parseFeed } from "podcast-partytime";

process.stdout.write(JSON.stringify(parseFeed(readFileSync(0, "utf8"))));
