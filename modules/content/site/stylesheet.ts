/** The stylesheet of the public site: light and dark as the reader prefers, and for print. */
export const stylesheet = `:root {
  color-scheme: light dark;
  --text: light-dark(#1a1b1e, #e6e6e8);
  --soft: light-dark(#5c5f66, #a6a7ab);
  --line: light-dark(#d5d7db, #3a3c40);
  --back: light-dark(#ffffff, #17181b);
  --block: light-dark(#f4f5f7, #222428);
  --link: light-dark(#1c5fbf, #7db4ff);
  --mark: light-dark(#fff1a8, #5c4b00);
}
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 46rem; padding: 1.5rem 1.25rem; background: var(--back); color: var(--text);
  font: 1.0625rem/1.65 system-ui, sans-serif; overflow-wrap: break-word; }
a { color: var(--link); }
:focus-visible { outline: 2px solid var(--link); outline-offset: 2px; }
main:focus { outline: none; }
.skip { position: absolute; left: -100vw; }
.skip:focus { left: 1rem; top: 1rem; padding: 0.5rem 1rem; background: var(--back); }
header, footer, .about { color: var(--soft); font-size: 0.9375rem; }
header ol { display: flex; flex-wrap: wrap; gap: 0.5rem; margin: 0; padding: 0; list-style: none; }
header li + li::before { content: "›"; margin-right: 0.5rem; }
footer { margin-top: 3rem; padding-top: 1rem; border-top: 1px solid var(--line); }
h1, h2, h3, h4, h5, h6 { line-height: 1.25; margin: 2em 0 0.5em; text-wrap: balance; }
h1 { font-size: 2.125rem; margin-top: 1em; }
h2 { font-size: 1.5rem; }
h3 { font-size: 1.25rem; }
h4, h5, h6 { font-size: 1.0625rem; }
.contents { margin: 1.5rem 0; padding: 0.75rem 1.25rem; background: var(--block); border-radius: 8px; }
.contents ul { margin: 0.25rem 0; padding-left: 1.25rem; }
img { max-width: 100%; height: auto; border-radius: 8px; }
pre, code { font-family: ui-monospace, monospace; font-size: 0.9em; background: var(--block); border-radius: 4px; }
code { padding: 0.1em 0.3em; }
pre { padding: 1rem; overflow-x: auto; }
pre code { padding: 0; }
blockquote { margin: 1rem 0; padding-left: 1rem; border-left: 3px solid var(--line); color: var(--soft); }
table { display: block; overflow-x: auto; border-collapse: collapse; }
th, td { padding: 0.375rem 0.75rem; border: 1px solid var(--line); text-align: left; }
th[align=right], td[align=right] { text-align: right; }
th[align=center], td[align=center] { text-align: center; }
hr { border: 0; border-top: 1px solid var(--line); margin: 2rem 0; }
li.task { list-style: none; }
li.task input { margin: 0 0.5em 0 -1.4em; }
input, button { font: inherit; padding: 0.375rem 0.75rem; color: inherit; background: var(--back); border: 1px solid var(--line); border-radius: 8px; }
button { background: var(--block); cursor: pointer; }
.search label { display: block; color: var(--soft); }
.search input { width: min(100%, 24rem); }
.feedback { margin-top: 3rem; padding-top: 1rem; border-top: 1px solid var(--line); }
.feedback p { margin: 0 0 0.5rem; }
.articles { padding: 0; list-style: none; }
.articles p { margin: 0.25rem 0 1rem; color: var(--soft); }
.comments > ul { padding: 0; list-style: none; }
.comments li { margin-bottom: 1rem; }
mark { background: var(--mark); color: inherit; border-radius: 4px; }
@media print { header, footer, form, .comments, .skip, .contents { display: none; } body { max-width: none; } }
`
