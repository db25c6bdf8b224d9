/** What the manifest calls the views, and what the editor calls our panels when it brings them back. */
export const GROWTH_VIEW = 'leadDebrief.growth';
export const HISTORY_VIEW = 'leadDebrief.history';
export const DASHBOARD_TYPE = 'leadDebrief.dashboard';
export const PANEL_TYPE = 'leadDebrief.reflection';
export const PRIVACY_TYPE = 'leadDebrief.privacy';
export const SHARE_TYPE = 'leadDebrief.share';
export const IMPORT_TYPE = 'leadDebrief.import';
