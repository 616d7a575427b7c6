import { type CampaignVerbs } from '../../campaigns';
import { type Atomically, type Db } from '../engine';

/** The verbs for campaigns, in SQL. */
export function campaignVerbs(_db: Db, _atomically: Atomically): CampaignVerbs {
	return {} as CampaignVerbs;
}
