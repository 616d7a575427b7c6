// html5parser, inlined into this one file by the build. Its tokenizer only: building the tree takes minutes for a hostile page.
export { tokenize } from 'html5parser';
