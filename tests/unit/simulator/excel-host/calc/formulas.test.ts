import { describe, expect, it } from "@jest/globals";
import { copyFormula } from "#simulator/excel-host/calc/rewrite.ts";
import { parseFormula } from "#simulator/excel-host/calc/parser.ts";
import { calculated, newWorkbook, okrTable, put, shown, type, value } from "../support.ts";

describe("operators", () => {
  it.each([
    ["=1+2*3", 7],
    ["=-2^2", 4],
    ["=2^3^2", 64],
    ["=50%*4", 2],
    ['="a"&1&TRUE', "a1TRUE"],
    ["=(1+2)*3", 9],
    ['="A"="a"', true],
    ["=1<>2", true],
    ['="2"+1', 3],
    ['="x"+1', "#VALUE!"],
    ["=1/0", "#DIV/0!"],
    ["=NOSUCH(1)", "#NAME?"],
    ["=nosuchname", "#NAME?"],
    ["=0.1+0.2=0.3", true],
  ])("[CA1] %s is %p", (formula, expected) => {
    expect(calculated(formula)).toBe(expected);
  });
});

describe("functions", () => {
  it.each([
    ["=SUM(A1:A4,5)", 11],
    ["=AVERAGE(A1:A4)", 2],
    ["=COUNT(A1:A4)", 3],
    ["=COUNTA(A1:A5)", 4],
    ["=COUNTBLANK(A1:A5)", 1],
    ["=ROUND(2.675,2)", 2.68],
    ["=ROUND(-2.5,0)", -3],
    ["=MOD(-3,2)", 1],
    ['=IF(A1>1,"big","small")', "small"],
    ["=IFERROR(1/0,9)", 9],
    ["=IFS(A1=2,1,TRUE,5)", 5],
    ['=COUNTIF(A1:A4,">=2")', 2],
    ['=COUNTIFS(A1:A4,">1",B1:B4,"<30")', 1],
    ['=SUMIFS(B1:B4,A1:A4,"x")', 40],
    ['=SUMIF(A1:A4,"<3",B1:B4)', 30],
    ['=AVERAGEIFS(B1:B4,A1:A4,">1")', 25],
    ["=XLOOKUP(2,A1:A4,B1:B4)", 20],
    ['=XLOOKUP(9,A1:A4,B1:B4,"none")', "none"],
    ['=XLOOKUP("X",A1:A4,B1:B4)', 40],
    ["=XLOOKUP(2.5,A1:A3,B1:B3,,-1)", 20],
    ["=VLOOKUP(3,A1:B4,2,FALSE)", 30],
    ["=VLOOKUP(3,A1:B4,3,FALSE)", "#REF!"],
    ["=INDEX(B1:B4,MATCH(3,A1:A4,0))", 30],
    ["=MATCH(9,A1:A3,0)", "#N/A"],
    ["=LET(x,A2,y,x*2,x+y)", 6],
    ["=SUBTOTAL(9,B1:B4)", 100],
    ["=SUMPRODUCT(A1:A3,B1:B3)", 140],
    ['=TEXT(0.256,"0.0%")', "25.6%"],
    ['=TEXTJOIN("-",TRUE,"a","","b")', "a-b"],
    ['=SUBSTITUTE("a-b-c","-","+",2)', "a-b+c"],
    ['=LEFT("abc",2)&RIGHT("abc",1)&MID("abc",2,1)', "abcb"],
    ['=SEARCH("B*","abc")', 2],
    ['=FIND("B","abc")', "#VALUE!"],
    ["=DATE(2026,2,30)", 46083],
    ["=EOMONTH(DATE(2026,1,31),1)", 46081],
    ["=TODAY()", 46351],
    ["=YEAR(DATE(2026,5,1))+MONTH(DATE(2026,5,1))", 2031],
    ["=NETWORKDAYS(DATE(2026,11,23),DATE(2026,11,29))", 5],
    ["=MEDIAN(B1:B4)", 25],
    ["=STDEV.S(A1:A3)", 1],
    ["=RANK(B2,B1:B4)", 3],
    ["=LARGE(B1:B4,2)", 30],
    ['=SWITCH(A2,1,"a",2,"b")', "b"],
    ["=ISNUMBER(A4)", false],
    ["=SUM(FILTER(B1:B4,ISNUMBER(A1:A4)))", 60],
    ["=SUM(SEQUENCE(4))", 10],
    ["=ROWS(UNIQUE(A1:A4))", 4],
  ])("[CA2] %s is %p", (formula, expected) => {
    expect(calculated(formula)).toBe(expected);
  });
});

describe("references", () => {
  it("[CA3] follows changes through chains, over sheets and in whole columns", () => {
    const sheet = newWorkbook().activeSheet;
    type(sheet, "A1", "1");
    type(sheet, "B1", "=A1+1");
    type(sheet, "C1", "=Sheet1!B1*2");
    type(sheet, "D1", "=SUM(A:A)");
    type(sheet, "A1", "5");
    expect([value(sheet, "B1"), value(sheet, "C1"), value(sheet, "D1")]).toEqual([6, 12, 5]);
  });

  it("[CA3] works out a chain of 20,000 formulas without exhausting the stack", () => {
    const sheet = newWorkbook().activeSheet;
    put(sheet, "A1", [[1], ...Array.from({ length: 20_000 }, (_, row) => [`=A${row + 1}+1`])]);
    expect(value(sheet, "A20001")).toBe(20_001);
    type(sheet, "A1", "100");
    expect(value(sheet, "A20001")).toBe(20_100);
  });

  it("[CA4] gives 0 to formulas that depend on themselves", () => {
    const sheet = newWorkbook().activeSheet;
    type(sheet, "A1", "=B1+1");
    type(sheet, "B1", "=A1+1");
    expect([value(sheet, "A1"), value(sheet, "B1")]).toEqual([0, 0]);
    type(sheet, "B1", "5");
    expect(value(sheet, "A1")).toBe(6);
  });

  it("[CA5] reads structured references", () => {
    const sheet = newWorkbook().activeSheet;
    okrTable(sheet, [
      [1, "Grow", 0.5],
      [2, "Ship", 1],
    ]);
    type(sheet, "F1", "=SUM(Table1[Progress])");
    type(sheet, "F2", "=COUNTA(Table1[#All])");
    type(sheet, "F3", "=ROWS(Table1[[#Headers],[ID]:[Title]])&COLUMNS(Table1[[ID]:[Title]])");
    type(sheet, "D2", "=[@Progress]*2");
    type(sheet, "F4", "=Table1[Nope]");
    expect(["F1", "F2", "F3", "D2", "F4"].map((cell) => value(sheet, cell))).toEqual([1.5, 12, "12", 1, "#REF!"]);
  });

  it("[CA6] copies formulas by moving what is not pinned", () => {
    expect(copyFormula("=A1+$A1+A$1+$A$1+Sheet2!B2:C3+Table1[x]", 1, 1)).toBe(
      "=B2+$A2+B$1+$A$1+Sheet2!C3:D4+Table1[x]",
    );
    expect(copyFormula("=A1", -1, 0)).toBe("=#REF!");
    expect(copyFormula('="A1"&LOG10(B2)', 1, 0)).toBe('="A1"&LOG10(B3)');
  });

  it("[CA7] refuses what Excel would not read", () => {
    expect(["=1+", "=(1", "=SUM(1", "=a b", '="x', "=[@A"].map(parseFormula)).toEqual(
      Array.from({ length: 6 }, () => undefined),
    );
  });
});

describe("arrays", () => {
  it("[CA8] spills, is blocked with #SPILL!, and comes back", () => {
    const sheet = newWorkbook().activeSheet;
    put(sheet, "A1", [[3], [1], [2]]);
    type(sheet, "C1", "=SORT(A1:A3)");
    type(sheet, "E1", "=SUM(C1#)");
    expect(["C1", "C2", "C3", "E1"].map((cell) => value(sheet, cell))).toEqual([1, 2, 3, 6]);
    type(sheet, "C2", "x");
    expect(["C1", "C2", "C3"].map((cell) => value(sheet, cell))).toEqual(["#SPILL!", "x", ""]);
    type(sheet, "C2", "");
    expect(["C1", "C2", "C3"].map((cell) => value(sheet, cell))).toEqual([1, 2, 3]);
    type(sheet, "C1", "7");
    expect(["C1", "C2", "C3"].map((cell) => value(sheet, cell))).toEqual([7, "", ""]);
  });

  it("[CA9] applies operators to whole areas", () => {
    const sheet = newWorkbook().activeSheet;
    put(sheet, "A1", [[1], [2]]);
    type(sheet, "B1", "=A1:A2*10");
    expect([value(sheet, "B1"), value(sheet, "B2")]).toEqual([10, 20]);
  });

  it("[CA10] shows a date where a formula makes one", () => {
    const sheet = newWorkbook().activeSheet;
    type(sheet, "A1", "=TODAY()");
    expect(shown(sheet, "A1")).toBe("11/25/2026");
  });
});
