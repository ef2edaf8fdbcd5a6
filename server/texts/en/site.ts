import type { site as ru } from '../ru/site.ts';
import type { Shape } from '../shape.ts';

export const site = {
  home: 'Stardesk, home',
  sections: 'Sections',
  signIn: 'Sign in',
  toApp: 'Open the desk',
  apiDocs: 'API reference',
  terms: 'Terms',
  privacy: 'Privacy',
  support: 'Help',
  footer: 'Footer',
  version: 'version {version}',
  licence: 'Apache-2.0',
} as const satisfies Shape<typeof ru>;
