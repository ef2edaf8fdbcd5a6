/** The demo's person: printed by the launcher, well known, existing only with DEMO=1. */
export const demoLogin = 'demo';
export const demoPassword = 'stardesk-demo';
