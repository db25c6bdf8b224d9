import assert from 'node:assert/strict';
import fc from 'fast-check';
import { sameSense } from '../../../src/core/plan/recall';

describe('a plan typed from memory', () => {
  const same: readonly (readonly [plan: string, typed: string])[] = [
    ['two alerts from one service', 'two alerts from one service'],
    ['two alerts from one service', 'Two Alerts, from the service.'],
    ['two alerts from one service within five minutes', 'the second alert of a service, two in five minutes'],
    ['ask who is the scribe', 'ask for a scribe'],
    ['restart one replica at a time', 'restarting the replicas, one by one'],
    ['say “I am leading”', 'say that I lead: leading'],
    ['don’t touch the keyboard', "don't touch my keyboard"],
    ['not touch the keyboard but name a deputy', 'name a deputy, never touch the keyboard'],
    ['ｒｏｌｌ back first', 'roll back first'],
    ['to be', 'To be!'],
    ['', ''],
    ['  ', ''],
    ['…', ''],
  ];
  for (const [plan, typed] of same) it(`“${typed}” is the plan “${plan}”`, () => assert.ok(sameSense(plan, typed)));

  const other: readonly (readonly [plan: string, typed: string])[] = [
    ['two alerts from one service', ''],
    ['two alerts from one service', 'a customer calls'],
    ['two alerts from one service', 'from one to the other'],
    ['ask who is the scribe', 'set a timer'],
    ['roll back first', 'do not roll back first'],
    ['never touch the keyboard', 'touch the keyboard'],
    ['to be', 'not to be'],
    ['', 'ask who leads'],
  ];
  for (const [plan, typed] of other) it(`“${typed}” is not the plan “${plan}”`, () => assert.ok(!sameSense(plan, typed)));

  it('is the plan where it is typed word for word, in any case and with other marks', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (plan) => {
        assert.ok(sameSense(plan, plan));
        assert.ok(sameSense(plan, ` ${plan} `));
      }),
    );
    fc.assert(
      fc.property(fc.array(fc.constantFrom('alert', 'Service', 'not', 'the', 'restart', 'five'), { maxLength: 8 }), (words) => {
        assert.ok(sameSense(words.join(' '), words.map((word) => word.toUpperCase()).join(', ')));
      }),
    );
  });

  it('may say more than the plan', () => assert.ok(sameSense('ask who leads', 'take a breath, count to ten, ask loudly who leads this call today')));
});
