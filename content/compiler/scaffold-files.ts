/** The texts of a new publication. A test compiles them: they must pass without a word. */

/** File name, relative to the collection's folder, to its text. `today` is `YYYY-MM-DD`. */
export function scaffoldFiles(today: string): Readonly<Record<string, string>> {
  return {
    'publication.yaml': publication(today),
    'authors.yaml': authors,
    'sections.yaml': sections,
    'front.yaml': front,
    'threads.yaml': threads,
    'downloads.yaml': downloads,
    'jobs.yaml': jobs(today),
    'about.md': about,
    'stories/first-story.md': firstStory(today),
    'stories/second-story.md': secondStory(today),
    'pictures/first-story.svg': picture,
    'spots/first-story.svg': spot,
  };
}

const publication = (today: string) => `# Your publication. Every field is explained in content/FORMAT.md.
id: my-paper
name: My Paper
tagline: What it is for, in one line under the name
language: en-GB
edition: Number 1
issued: ${today}
# An id from authors.yaml: whose card stands at the end of every story.
editor: editor
# Where stories stand on the web, if they do: a link to one is this, a slash and its id. Empty if they do not.
url: ""
colophon: >-
  A last line under the front page: how it was made, and by whom.
# Your one ink, for each theme: the colour itself, the colour of text on it, and a pale wash of it.
# The build refuses an ink that could not be read on its theme's ground.
colours:
  paper: { ink: "#1f5f4a", on: "#f6faf8", wash: "#dfeae0" }
  white: { ink: "#1b5e48", on: "#ffffff", wash: "#e3f0ea" }
  sepia: { ink: "#1d5340", on: "#f6f0de", wash: "#d9dfc2" }
  dusk: { ink: "#7cc9aa", on: "#0a2018", wash: "#23332f" }
  black: { ink: "#74c2a2", on: "#06140f", wash: "#11211b" }
`;

const authors = `# Who signs. Initials stand in the round on the author's card.
- id: editor
  name: The Editor
  initials: ED
  role: Editor
  about: A sentence or two about who this is.
`;

const sections = `# In the order of the front page. Ids are for ever; names may change.
- id: notes
  name: Notes
  about: One sentence that says what belongs here.
`;

const front = `# The front page: one lead, up to twelve featured stories (six look best), one featured download.
lead: first-story
featured:
  - second-story
download: whole-edition
`;

const threads = `# Stories of one chain of events, in the order of events. Each then leads to the one before and the one after.
- id: beginnings
  title: How it began
  stories: [first-story, second-story]
`;

const downloads = `# Files that a reader can keep. These two are made of the stories when the collection is compiled; a file of your own
# goes into downloads/ and is named as: - { file: sheet.pdf, label: PDF }
- id: whole-edition
  title: The whole edition in one file
  about: Every story and picture, to read or print anywhere.
  files:
    - { kind: edition-html, name: my-paper.html, label: One page }
    - { kind: edition-markdown, name: my-paper.md, label: Markdown }
`;

const jobs = (
  today: string,
) => `# The jobs board. Delete the file if you have none. A sample is marked as such to the reader.
- id: sample-job
  title: Somebody who writes it all down
  organisation: My Paper
  place: Anywhere
  terms: Two days a week
  about: What one does there, in a sentence.
  posted: ${today}
  sample: true
`;

const about = `My Paper is made with Lectern. Say here who makes it, how facts are checked, and where a correction can be sent.
`;

const firstStory = (today: string) => `---
id: first-story
title: A headline is a sentence without its full stop
standfirst: >-
  What the story is about and why one would read it, in two lines. It stands under the headline and on the front page.
section: notes
kind: explainer
kicker: To begin with
author: editor
published: ${today}
tags: [writing]
hero:
  file: first-story.svg
  alt: A line of running stitches that ends in a needle
  caption: A caption says what the picture cannot.
  credit: Drawing for My Paper
spot: first-story.svg
sources:
  - { title: The page that the facts rest on, publication: Where it appeared, year: 2024 }
---

The first paragraph opens with a large initial. Write as you would for people: quotation marks and dashes may be typed
"straight" -- they are set properly when the collection is compiled.[^1]

## A sub-head

Lists, tables, pictures, code and quotations are Markdown as you know it.

Table: A caption stands in the paragraph before the table

| Means | Written as |
|---|---|
| Emphasis | one star on each side |
| A link to another story | its id after \`story:\` |

The [second story](story:second-story) is shorter.

[^1]: A note stands in the margin beside its line.
`;

const secondStory = (today: string) => `---
id: second-story
title: A second story, so that the first has company
standfirst: Related stories are found by what they are about, and the reader is told why.
section: notes
kind: brief
author: editor
published: ${today}
tags: [writing]
spot: first-story.svg
sources:
  - { title: The page that the facts rest on, publication: Where it appeared, year: 2024 }
---

A brief has a few paragraphs and no picture.
`;

const picture = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 960 400">
<rect width="960" height="400" fill="var(--lectern-art-ground)"/>
<path d="M80 220C240 120 360 300 520 200S760 180 800 190" fill="none" stroke="var(--lectern-art-blue)" stroke-width="8" stroke-linecap="round" stroke-dasharray="34 24"/>
<path d="M800 190L900 150" fill="none" stroke="var(--lectern-art-steel)" stroke-width="6" stroke-linecap="round"/>
</svg>
`;

const spot = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 64"><path d="M10 40C20 22 32 52 42 32L56 18"/></svg>
`;
