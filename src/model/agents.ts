import type { FigureStatus } from './metric.ts';
import type { FigureRef } from './overview.ts';
import type { Period } from './segment.ts';

/** What agents did in one period, held against what the same mix of tickets takes elsewhere on the desk. */
export interface AgentsOverview {
  readonly asOf: number;
  /** IANA id. */
  readonly zone: string;
  /** null = all the data. */
  readonly period: (Period & { readonly complete: boolean }) | null;
  readonly coverage: { readonly from: number };
  readonly filter: string | null;
  /** Who a ticket is credited to. */
  readonly credit: 'answers' | 'assignee';
  /** The dimensions of the mix, the first to be dropped last. */
  readonly mix: readonly string[];
  readonly measures: readonly AgentMeasure[];
  /** Most tickets first. */
  readonly agents: readonly AgentRow[];
  /** Tickets of the period that nobody is credited with. */
  readonly nobody: number;
  /** Tickets that changed hands: in nobody's figures. */
  readonly changedHands: number;
}

/** One figure that agents are held against their mix by. */
export interface AgentMeasure extends FigureRef {
  /** Tickets without ten others of the same mix: in the plain figure, not in the comparison. */
  readonly withoutOthers: number;
  /** How much more agents differ than chance explains, at least 1. */
  readonly dispersion: number;
  /** Agents with enough tickets to be compared; below five nobody is named. */
  readonly compared: number;
}

export interface AgentRow {
  readonly name: string;
  /** Created in the period and credited to the agent, those that changed hands aside. */
  readonly tickets: number;
  /** One a measure. */
  readonly figures: readonly AgentFigure[];
}

export interface AgentFigure {
  readonly value: number | null;
  readonly n: number;
  readonly status: FigureStatus;
  /**
   * Against the same mix: the mean percentile for durations (50 = as usual, lower = quicker), observed − expected for
   * shares (0 = as usual). Null with fewer than five comparable tickets.
   */
  readonly against: {
    readonly value: number;
    readonly n: number;
    readonly low: number;
    readonly high: number;
    /** What is to be expected of the agent, drawn towards the usual as far as chance explains the difference. */
    readonly shrunk: number;
    readonly z: number;
    /** Beyond the funnel's limits: not explained by chance or by how agents usually differ. */
    readonly standsOut: boolean;
  } | null;
}
