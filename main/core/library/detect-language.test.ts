import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { detectLanguage } from './detect-language.ts';

describe('the language of a text', () => {
  it.each([
    ['en', 'It was the best of times, it was the worst of times, and that is what we have to live with.'],
    ['de', 'Es war einmal ein König, der hatte eine Tochter, und die war so schön, dass sich die Sonne wunderte.'],
    ['fr', 'Il était une fois un roi qui avait une fille, et elle était plus belle que le soleil dans le ciel.'],
    ['es', 'En un lugar de la Mancha, de cuyo nombre no quiero acordarme, no ha mucho tiempo que vivía un hidalgo.'],
    ['pt', 'Era uma vez um rei que tinha uma filha, e ela não era como as outras princesas do seu reino.'],
    ['it', 'Nel mezzo del cammin di nostra vita mi ritrovai per una selva oscura, che la diritta via era smarrita.'],
    ['nl', 'Er was eens een koning die een dochter had, en zij was mooier dan de zon aan het eind van de dag.'],
    ['sv', 'Det var en gång en kung som hade en dotter, och hon var vackrare än alla andra i hela riket.'],
    ['pl', 'Dawno temu żył król, który miał córkę, i była ona tak piękna, że się słońce dziwiło, jak to jest możliwe.'],
    ['tr', 'Bir varmış bir yokmuş, çok eski bir zamanda bir kral ve onun güzel bir kızı varmış, ama mutlu değilmiş.'],
    ['ru', 'Все счастливые семьи похожи друг на друга, каждая несчастливая семья несчастлива по-своему.'],
    ['uk', 'Реве та стогне Дніпр широкий, сердитий вітер завива, додолу верби гне високі, горами хвилю підійма.'],
    ['el', 'Μια φορά κι έναν καιρό ήταν ένας βασιλιάς που είχε μια κόρη.'],
    ['ar', 'كان يا ما كان في قديم الزمان ملك له ابنة جميلة.'],
    ['fa', 'یکی بود یکی نبود، پادشاهی بود که دختری زیبا داشت و گنج بزرگی.'],
    ['he', 'היה היה פעם מלך ולו בת יפה מאוד.'],
    ['ja', '吾輩は猫である。名前はまだ無い。どこで生れたかとんと見当がつかぬ。'],
    ['zh', '道可道,非常道。名可名,非常名。无名天地之始;有名万物之母。'],
    ['ko', '옛날 옛적에 한 왕이 살았는데 그에게는 아름다운 딸이 있었다.'],
    ['th', 'กาลครั้งหนึ่งนานมาแล้ว มีพระราชาองค์หนึ่ง'],
    ['hi', 'एक समय की बात है, एक राजा था जिसकी एक सुंदर बेटी थी।'],
  ])('is %s for a sentence of it', (language, text) => {
    expect(detectLanguage(text)).toBe(language);
  });

  it('is of the text and not of what it quotes', () => {
    expect(detectLanguage('The word спутник means a companion on the way, and that is what it was called.')).toBe('en');
  });

  it('is und where nothing tells, and never a failure', () => {
    expect([detectLanguage(''), detectLanguage('404'), detectLanguage('—')]).toEqual(['und', 'und', 'und']);
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(detectLanguage(text)).toMatch(/^[a-z]{2,3}$/);
      }),
    );
  });
});
