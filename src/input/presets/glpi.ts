import type { Preset, PresetField, PresetTable } from './preset.ts';

/**
 * Statuses by number (glpi-project/glpi, src/CommonITILObject.php: INCOMING 1, ASSIGNED 2, PLANNED 3, WAITING 4,
 * SOLVED 5, CLOSED 6); their words in every language are in the common vocabulary.
 */
const status = { '1': 'new', '2': 'open', '3': 'open', '4': 'pending', '5': 'solved', '6': 'closed' };
/** 1 very low … 6 major, as the same file has them. */
const priority = { '1': 'low', '2': 'low', '3': 'normal', '4': 'high', '5': 'urgent', '6': 'urgent' };

/** What one interface language calls the columns of the search list. */
interface Words {
  readonly language: string;
  readonly title: string;
  readonly status: string;
  readonly updated: readonly string[];
  readonly opened: readonly string[];
  readonly requester: readonly string[];
  readonly assignee: readonly string[];
  readonly group: readonly string[];
  readonly solved: readonly string[];
  readonly closed: readonly string[];
  readonly due: readonly string[];
  /** Search option 82, "Time to resolve exceeded" (src/CommonITILObject.php): yes or no. */
  readonly exceeded: readonly string[];
  readonly priority: string;
  readonly category: string;
  readonly solveTime: readonly string[];
  readonly verified: boolean;
}

const languages: readonly Words[] = [
  {
    language: 'English',
    title: 'Title',
    status: 'Status',
    updated: ['Last update'],
    opened: ['Opening date'],
    requester: ['Requester - Requester'],
    assignee: ['Assigned to - Technician'],
    group: ['Assigned to - Technician group'],
    solved: ['Resolution date', 'Solution date'],
    closed: ['Closing date'],
    due: ['Time to resolve', 'Time to resolve + Progress'],
    exceeded: ['Time to resolve exceeded'],
    priority: 'Priority',
    category: 'Category',
    solveTime: ['Statistics - Resolution time'],
    verified: false,
  },
  {
    language: 'French',
    title: 'Titre',
    status: 'Statut',
    updated: ['Dernière modification'],
    opened: ["Date d'ouverture", 'Date d’ouverture'],
    requester: ['Demandeur - Demandeur'],
    assignee: ['Attribué à - Technicien'],
    group: ['Attribué à - Groupe de techniciens', 'Attribué à - Groupe technicien'],
    solved: ['Date de résolution', 'Date de solution'],
    closed: ['Date de clôture'],
    due: ['TTR', 'Temps de résolution + Progression'],
    exceeded: ['Temps de résolution dépassé'],
    priority: 'Priorité',
    category: 'Catégorie',
    solveTime: ['Statistiques - Temps de résolution'],
    verified: false,
  },
  {
    language: 'Spanish',
    title: 'Título',
    status: 'Estado',
    updated: ['Última actualización', 'Última modificación'],
    opened: ['Fecha de apertura', 'Fecha de Apertura'],
    requester: ['Solicitante - Solicitante'],
    assignee: ['Asignado a: - Técnico', 'Asignado a - Técnico', 'Asignada a - Técnico'],
    group: ['Asignado a: - Grupo de técnicos', 'Asignado a - Grupo de técnicos'],
    solved: ['Fecha de solución', 'Fecha de resolución'],
    closed: ['Fecha de cierre'],
    due: ['Tiempo para resolver', 'Tiempo para resolver + Progreso'],
    exceeded: ['Tiempo para resolver excedido'],
    priority: 'Prioridad',
    category: 'Categoría',
    solveTime: ['Estadísticas - Tiempo de solución', 'Estadísticas - Tiempo de resolución'],
    verified: true,
  },
  {
    language: 'Portuguese',
    title: 'Título',
    status: 'Status',
    updated: ['Última atualização'],
    opened: ['Data de abertura'],
    requester: ['Requerente - Requerente'],
    assignee: ['Atribuído - Técnico', 'Atribuído para - Técnico'],
    group: ['Atribuído - Grupo técnico', 'Atribuído para - Grupo técnico'],
    solved: ['Data da solução', 'Data de solução'],
    closed: ['Data de fechamento', 'Data do fechamento'],
    due: ['Tempo para solução', 'Tempo para solução + Progresso'],
    exceeded: ['Tempo para resolver excedido', 'Tempo para solução excedido'],
    priority: 'Prioridade',
    category: 'Categoria',
    solveTime: ['Estatísticas - Tempo de solução'],
    verified: true,
  },
];

/**
 * The time that GLPI says it took to solve is net: working hours of the entity's calendar where one is set, less the
 * time spent waiting (CommonITILObject::computeSolveDelayStat). It is no calendar time.
 */
const netTime = (from: readonly string[]): PresetField => ({ from });

function searchList(words: Words): PresetTable {
  return {
    what: `search list in ${words.language}`,
    kind: 'tickets',
    signature: [words.title, words.status, words.opened[0], words.requester[0], words.updated[0]],
    share: 0.8,
    evidence: words.verified ? 'verified' : 'unverified',
    zone: 'account',
    fields: {
      id: 'ID',
      created_at: words.opened,
      solved_at: words.solved,
      closed_at: words.closed,
      updated_at: words.updated,
      due_at: words.due,
      sla_recorded: words.exceeded,
      status: { from: [words.status], values: status },
      priority: { from: [words.priority], values: priority },
      type: words.category,
      requester: words.requester,
      assignee: words.assignee,
      group: words.group,
      subject: words.title,
      reported_resolution_time_business_seconds: netTime(words.solveTime),
    },
  };
}

/** GLPI has two ends, solved and closed. Its search lists head columns with "Section - Field" in the user's language. */
export const glpi: Preset = { id: 'glpi', name: 'GLPI', tables: languages.map(searchList) };
