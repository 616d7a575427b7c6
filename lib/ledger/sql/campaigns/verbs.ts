import { type CampaignVerbs } from '../../campaigns';
import { type Keyring } from '../../keyring';
import { type Atomically, type Db } from '../engine';
import { plannedTexts } from '../outbox/plan';
import { findCampaign, listCampaigns, openCampaign, setCampaignStatus } from './campaigns';
import { campaignReport } from './report';
import { campaignTexts } from './texts';

/** The verbs for campaigns, in SQL. */
export const campaignVerbs = (db: Db, atomically: Atomically, keyring: Keyring): CampaignVerbs => ({
	openCampaign: (wish, now) => atomically('disk', (transaction) => openCampaign(transaction, wish, now)),
	findCampaign: (shop, name) => findCampaign(db, shop, name),
	listCampaigns: (shop) => listCampaigns(db, shop),
	setCampaignStatus: (shop, name, status, now) =>
		atomically('disk', (transaction) => setCampaignStatus(transaction, shop, name, status, now)),
	plannedTexts: (campaignId, keys) => plannedTexts(db, keyring, campaignId, keys),
	campaignReport: (shop, name, attributionDays) => campaignReport(db, shop, name, attributionDays),
	campaignTexts: (campaignId, after, limit) => campaignTexts(db, campaignId, after, limit),
});
