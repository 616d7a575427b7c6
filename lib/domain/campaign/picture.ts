import { type LinkProblem, type PageVisit, redirectProblems, siteOf, statusProblem, stop } from './links';

/** The smallest of the networks' limits: toll-free numbers and short codes. https://developers.telnyx.com/docs/messaging/messages/mms-transcoding */
const HEAVY_BYTES = 600_000;
/** What all carriers and phones take. https://www.twilio.com/docs/messaging/guides/accepted-mime-types */
const KINDS = ['image/jpeg', 'image/png', 'image/gif'];

/** What is wrong with a picture that is to go with texts; empty when nothing is. Pure. */
export function judgePicture(visit: PageVisit): LinkProblem[] {
	const { failure, headers, bytes, hops } = visit;
	const site = siteOf(hops.at(-1) ?? '');
	if (failure !== undefined)
		return [stop('unreachable', `The picture could not be fetched from ${site}: ${failure}.`, 'Check the address. Carriers fetch it too, from anywhere.')];
	const problems = redirectProblems(visit);
	const refusal = statusProblem(visit, problems);
	if (refusal) return [...problems, refusal];
	const [type = ''] = (headers['content-type'] ?? '').toLowerCase().split(';', 1);
	if (!KINDS.includes(type.trim()))
		return [...problems, stop('not-a-picture', `${site} sends ${type.trim() || 'something'}, which is no JPEG, PNG or GIF.`, 'Give the address of the picture itself, and not of a page that shows it.')];
	const size = Math.max(bytes, Number(headers['content-length']) || 0);
	if (bytes > 0 && size <= HEAVY_BYTES) return problems;
	const what = bytes === 0 ? 'The picture is empty.' : `The picture has ${Math.ceil(size / 1000)} kB.`;
	return [...problems, stop('picture-too-heavy', what, 'Keep it below 600 kB, and above nothing: networks drop the text with a larger one.')];
}
