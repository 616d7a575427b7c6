import { type IDataObject, type IExecuteFunctions } from 'n8n-workflow';
import { sampleTexts } from '../../lib/flows/campaign/sample-texts';
import { type CheckedLink, checkLinks, checkPicture, requireSoundLinks } from '../../lib/flows/check-links';
import { textOf } from '../PromoCode/settings';
import { pageOpener } from '../shared/page-opener';
import { type Run } from './runs';

/** Opens the links and pictures of a campaign's texts. Nothing where the operator has switched that off. */
export async function linksOf(context: IExecuteFunctions, { samples, itemIndexes }: Run, now: Date): Promise<readonly CheckedLink[]> {
	const options = optionsOf(context, itemIndexes);
	if (options.checkLinks === false) return [];
	const texts = [...new Set(samples.flatMap((settings) => sampleTexts(settings, now)))];
	const pictures = [...new Set(samples.flatMap(({ picture }) => picture ?? []))];
	const open = pageOpener(context);
	const [links, checked] = await Promise.all([
		checkLinks(texts, open),
		Promise.all(pictures.map((picture) => checkPicture(picture, open))),
	]);
	return [...links, ...checked];
}

/** @throws DomainError for a link that is not fit for phones, unless the operator has said why it goes out all the same. */
export async function checkedLinks(context: IExecuteFunctions, run: Run, now: Date): Promise<readonly CheckedLink[]> {
	const links = await linksOf(context, run, now);
	requireSoundLinks(links, textOf(optionsOf(context, run.itemIndexes).linkOverride));
	return links;
}

const optionsOf = (context: IExecuteFunctions, [itemIndex = 0]: readonly number[]) =>
	context.getNodeParameter('options', itemIndex, {}) as IDataObject;

/** What is wrong with links, in sentences. */
export const linkWarnings = (links: readonly CheckedLink[]): string[] =>
	links.flatMap(({ link, problems }) => problems.map(({ message, hint }) => `${link}: ${message} ${hint}`));
