import { type Person, type PeopleVerbs, type WhichPerson } from '../../people';
import { type Db } from '../engine';
import { loadPeople } from './read';
import { addTags } from './save';
import { idsOf } from './search';

export async function tagPeople(
	db: Db,
	shop: string,
	which: WhichPerson,
	{ add, remove }: Parameters<PeopleVerbs['tagPeople']>[2],
	now: Date,
): Promise<Person[]> {
	const ids = await idsOf(db, shop, which);
	for (const id of ids) {
		const isAdded = await addTags(db, id, add);
		const isRemoved = remove.length > 0 && (await removeTags(db, id, remove));
		if (!isAdded && !isRemoved) continue;
		await db.updateTable('contacts').set({ updated_at: now.getTime() }).where('id', '=', id).execute();
	}
	const people = await loadPeople(db, ids);
	return ids.flatMap((id) => people.get(id) ?? []);
}

/** Whether they had any of them. */
async function removeTags(db: Db, id: string, tags: readonly string[]): Promise<boolean> {
	const removed = await db
		.deleteFrom('contact_tags')
		.where('contact_id', '=', id)
		.where('tag', 'in', tags)
		.returning('tag')
		.execute();
	return removed.length > 0;
}
