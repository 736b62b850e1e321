import { chatwoot } from './chatwoot.ts';
import { delighted } from './delighted.ts';
import { dixa } from './dixa.ts';
import { dynamics } from './dynamics.ts';
import { eventLog } from './event-log.ts';
import { frappeHelpdesk } from './frappe-helpdesk.ts';
import { freshdesk } from './freshdesk.ts';
import { freshservice } from './freshservice.ts';
import { front } from './front.ts';
import { github } from './github.ts';
import { gitlab } from './gitlab.ts';
import { glpi } from './glpi.ts';
import { googleForms } from './google-forms.ts';
import { gorgias } from './gorgias.ts';
import { helpScout } from './help-scout.ts';
import { hubspot } from './hubspot.ts';
import { intercom } from './intercom.ts';
import { jira } from './jira.ts';
import { kustomer } from './kustomer.ts';
import { linear } from './linear.ts';
import { osticket } from './osticket.ts';
import { otrs } from './otrs.ts';
import type { Preset } from './preset.ts';
import { qualtrics } from './qualtrics.ts';
import { reamaze } from './reamaze.ts';
import { salesforce } from './salesforce.ts';
import { servicenow } from './servicenow.ts';
import { simplesat } from './simplesat.ts';
import { surveymonkey } from './surveymonkey.ts';
import { trudesk } from './trudesk.ts';
import { twitter } from './twitter.ts';
import { typeform } from './typeform.ts';
import { zammad } from './zammad.ts';
import { zendesk } from './zendesk.ts';
import { zohoDesk } from './zoho-desk.ts';

/** Every tool known by name; add a file and an entry here. */
export const presets: readonly Preset[] = [
  zendesk,
  freshdesk,
  freshservice,
  intercom,
  hubspot,
  salesforce,
  jira,
  servicenow,
  zohoDesk,
  helpScout,
  front,
  gorgias,
  kustomer,
  reamaze,
  chatwoot,
  zammad,
  osticket,
  otrs,
  frappeHelpdesk,
  dynamics,
  dixa,
  glpi,
  linear,
  github,
  gitlab,
  trudesk,
  delighted,
  surveymonkey,
  qualtrics,
  typeform,
  simplesat,
  googleForms,
  eventLog,
  twitter,
];
