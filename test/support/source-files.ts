// The project's own files, read as text and as syntax trees: for the tests of its shape.
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join, relative, sep } from 'node:path';
import ts from 'typescript';

export const ROOT = join(__dirname, '../..');

export const read = (path: string): string => readFileSync(join(ROOT, path), 'utf8');

export const readJson = <T>(path: string): T => JSON.parse(read(path)) as T;

/** Paths of the files below a folder, from there, with forward slashes. */
export const filesUnder = (folder: string): string[] =>
	readdirSync(folder, { recursive: true, withFileTypes: true })
		.filter((entry) => entry.isFile())
		.map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
		.sort();

/** Paths below a folder of the project, from the project's root. */
export const filesIn = (folder: string, extension = ''): string[] =>
	filesUnder(join(ROOT, folder))
		.filter((path) => path.endsWith(extension))
		.map((path) => `${folder}/${path}`);

/** Names without extension of the files that lie directly in a folder. */
export const namesIn = (folder: string, extension = '.ts'): string[] =>
	readdirSync(join(ROOT, folder), { withFileTypes: true })
		.filter((entry) => entry.isFile() && entry.name.endsWith(extension))
		.map((entry) => basename(entry.name, extension))
		.sort();

/** Names of the folders that lie directly in a folder. */
export const foldersIn = (folder: string): string[] =>
	readdirSync(join(ROOT, folder), { withFileTypes: true })
		.filter((entry) => entry.isDirectory())
		.map(({ name }) => name)
		.sort();

/** Every node of a file's syntax tree. */
export function nodesOf(path: string): ts.Node[] {
	const nodes: ts.Node[] = [];
	const visit = (node: ts.Node) => {
		nodes.push(node);
		ts.forEachChild(node, visit);
	};
	visit(ts.createSourceFile(path, read(path), ts.ScriptTarget.Latest, true));
	return nodes;
}

/** Everything a file imports or requires, in whatever form. */
export function importsOf(path: string): string[] {
	return nodesOf(path).flatMap((node) => {
		const from =
			ts.isImportDeclaration(node) || ts.isExportDeclaration(node)
				? node.moduleSpecifier
				: ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)
					? node.argument.literal
					: ts.isCallExpression(node) && /^(import|require)$/.test(node.expression.getText())
						? node.arguments[0]
						: undefined;
		if (!from) return [];
		return [ts.isStringLiteralLike(from) ? from.text : `computed: ${from.getText()}`];
	});
}

/** The members of `type Name = 'a' | 'b'`. */
export function wordsOfUnion(path: string, name: string): string[] {
	const alias = nodesOf(path).find((node) => ts.isTypeAliasDeclaration(node) && node.name.text === name);
	if (!alias) throw new Error(`${path} has no type ${name}`);
	const words: string[] = [];
	const visit = (node: ts.Node) => {
		if (ts.isLiteralTypeNode(node) && ts.isStringLiteral(node.literal)) words.push(node.literal.text);
		ts.forEachChild(node, visit);
	};
	visit(alias);
	return words;
}

/** The first cells of the Markdown table below a heading. */
export function tableRows(path: string, heading: string): string[] {
	const section = read(path)
		.split(/^## /m)
		.find((text) => text.startsWith(`${heading}\n`));
	if (section === undefined) throw new Error(`${path} has no section "${heading}"`);
	const rows = section.split('\n').filter((line) => line.startsWith('|'));
	return rows.slice(2).map((row) => (row.split('|')[1] ?? '').trim());
}
