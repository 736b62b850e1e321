import { describe, expect, it } from 'vitest';
import { readHeader } from '../../../../src/input/recognition/header.ts';
import { isJiraField, measureIn, namesTimeLeft } from '../../../../src/input/recognition/measured-headers.ts';

const measure = (name: string): [metric: string | null, unit: string | null, business: boolean] => {
  const { words, unit, isBusinessClock } = readHeader(name);
  return [measureIn(words, unit !== null), unit, isBusinessClock];
};

describe('measureIn', () => {
  it.each([
    ['resolution_minutes', 'resolution_time', 'm'],
    ['hours_to_close', 'resolution_time', 'h'],
    ['days_to_resolution', 'resolution_time', 'd'],
    ['minutes to first response', 'first_response_time', 'm'],
    ['initial_response_hours', 'first_response_time', 'h'],
    ['first_reply_minutes', 'first_response_time', 'm'],
    ['FirstResponseTimeMins', 'first_response_time', 'm'],
    ['time_to_resolve_h', 'resolution_time', 'h'],
    ['Time to first resolution (min)', 'first_resolution_time', 'm'],
    ['tempo_resolucao_horas', 'resolution_time', 'h'],
    ['tempo_primeira_resposta_min', 'first_response_time', 'm'],
    ['Tempo até a solução (horas)', 'resolution_time', 'h'],
    ['horas_hasta_cierre', 'resolution_time', 'h'],
    ['Minutos hasta la primera respuesta', 'first_response_time', 'm'],
    ['Bearbeitungszeit (Std.)', 'resolution_time', 'h'],
    ['Erstreaktionszeit in Minuten', 'first_response_time', 'm'],
    ['Dauer bis zur Lösung in Stunden', 'resolution_time', 'h'],
    ['Délai de résolution (jours)', 'resolution_time', 'd'],
    ['délai_première_réponse_heures', 'first_response_time', 'h'],
    ['Tempo di risoluzione (ore)', 'resolution_time', 'h'],
    ['oplostijd_uren', 'resolution_time', 'h'],
    ['समाधान समय (घंटे)', 'resolution_time', 'h'],
    ['প্রথম উত্তরের সময় (মিনিট)', 'first_response_time', 'm'],
    ['解决时长(小时)', 'resolution_time', 'h'],
    ['首次响应时间（分钟）', 'first_response_time', 'm'],
  ])('%s is %s in %s', (name, metric, unit) => {
    expect(measure(name)).toEqual([metric, unit, false]);
  });

  it.each([
    ['Net resolution time (h)', 'resolution_time'],
    ['Nettobearbeitungszeit Lösungszeit in Stunden', 'resolution_time'],
    ['Resolution time in business hours (min)', 'resolution_time'],
    ['Tiempo de resolución en horas laborables', 'resolution_time'],
    ['Tempo de solução em horas úteis', 'resolution_time'],
    ['Délai de résolution en heures ouvrées', 'resolution_time'],
  ])('%s counts working time', (name, metric) => {
    const [found, , business] = measure(name);
    expect([found, business]).toEqual([metric, true]);
  });

  it.each([
    'Time remaining to resolution',
    'SLA resolution time (h)',
    'Restzeit Lösung',
    'tempo restante de resolução',
    'Zielzeit Lösung (h)',
    'customer response time (min)',
    'avg response time (min)',
    'tempo de atendimento',
    'first contact resolution',
    'resolution',
    'close date',
    'last response time',
    'next reply minutes',
    'created hour',
    'minutes',
  ])('%s is no time that the helpdesk measured of an answer or an end', (name) => {
    expect(measure(name)[0]).toBeNull();
  });

  it.each([
    ['erstrektionszeit', 'first_response_time'],
    ['eerste reactietjid', 'first_response_time'],
    ['losungsduaer', 'resolution_time'],
    ['resoluton duration', 'resolution_time'],
    ['tempo de resolucoa', 'resolution_time'],
    ['primeira repsosta tempo', 'first_response_time'],
    ['first respnse durtion', null],
  ])('reads a slip of the pen, and only one: %s', (header, metric) => {
    expect(measureIn(header, false)).toBe(metric);
  });

  it('keeps time that is left apart from time that has passed', () => {
    expect(namesTimeLeft('time remaining')).toBe(true);
    expect(namesTimeLeft('time to resolution')).toBe(false);
    expect(isJiraField('Campo personalizado (Time to first response)')).toBe(true);
    expect(isJiraField('Custom field (Time to resolution)')).toBe(true);
    expect(isJiraField('Time to resolution')).toBe(false);
  });
});
