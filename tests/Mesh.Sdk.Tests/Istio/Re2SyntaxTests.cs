using Mesh.Sdk.Istio;

namespace Mesh.Sdk.Tests.Istio;

public sealed class Re2SyntaxTests
{
    [TestCase("")]
    [TestCase("/v[0-9]+/.*")]
    [TestCase("^/service/([^/]+)(/.*)$")]
    [TestCase("a*?b+?c??d{2,3}?")]
    [TestCase("(?i)abc(?-i:def)")]
    [TestCase("(?P<name>a)(?<other>b)")]
    [TestCase("(?:a|b|)")]
    [TestCase("()*")]
    [TestCase("[]a]")]
    [TestCase("[^]a-z]")]
    [TestCase("[[:alpha:][:^digit:]]")]
    [TestCase("[a-]")]
    [TestCase("[[a]")]
    [TestCase(@"[\d\pL\p{Greek}\n\]-]")]
    [TestCase(@"\pN\P{^Lu}\d\D\s\S\w\W\b\B\A\z")]
    [TestCase(@"\x41\x{10FFFF}\012\07\.\/\-")]
    [TestCase(@"\Q(*[\E+")]
    [TestCase(@"\Q*")]
    [TestCase("a{,2}")]
    [TestCase("a{2")]
    [TestCase("a{01}")]
    [TestCase("{")]
    [TestCase("}]")]
    [TestCase("a{1000}")]
    [TestCase("(a{10}){100}")]
    [TestCase("ü{2}\U0001F600+")]
    public void An_expression_of_RE2_is_accepted(string regex) => Re2Syntax.IsValid(regex).Should().BeTrue();

    [TestCase("*")]
    [TestCase("a|*")]
    [TestCase("(*a)")]
    [TestCase("(?i)*")]
    [TestCase("a**")]
    [TestCase("a*+", Description = "possessive")]
    [TestCase("a++")]
    [TestCase("a?*")]
    [TestCase("a*??")]
    [TestCase("a{2}{3}")]
    [TestCase("a{1001}")]
    [TestCase("a{2,1}")]
    [TestCase("a{99999999999}")]
    [TestCase("(a{11}){100}")]
    [TestCase("((a{100})*){11}")]
    [TestCase("(")]
    [TestCase(")")]
    [TestCase("(a))")]
    [TestCase("[")]
    [TestCase("[]")]
    [TestCase("[a")]
    [TestCase("[z-a]")]
    [TestCase(@"[a-\d]")]
    [TestCase("[[:letters:]]")]
    [TestCase("(?=a)", Description = "lookahead")]
    [TestCase("(?!a)")]
    [TestCase("(?<=a)", Description = "lookbehind")]
    [TestCase("(?<!a)")]
    [TestCase("(?>a)", Description = "atomic")]
    [TestCase("(?#a)")]
    [TestCase("(?x)a")]
    [TestCase("(?i-)a")]
    [TestCase("(?P<a>b)(?P<a>c)")]
    [TestCase("(?P<a-b>c)")]
    [TestCase("(?P=a)")]
    [TestCase(@"(a)\1", Description = "backreference")]
    [TestCase(@"\8")]
    [TestCase(@"\k<a>")]
    [TestCase(@"\Z")]
    [TestCase(@"\C")]
    [TestCase(@"\y")]
    [TestCase(@"\")]
    [TestCase(@"\x")]
    [TestCase(@"\x4")]
    [TestCase(@"\x{110000}")]
    [TestCase(@"\x{}")]
    [TestCase(@"\pX")]
    [TestCase(@"\p{Klingon}")]
    [TestCase(@"\p{Greek")]
    public void Anything_else_is_refused(string regex) => Re2Syntax.IsValid(regex).Should().BeFalse();

    [Test]
    public void Half_a_character_is_refused() => Re2Syntax.IsValid("a\uD800").Should().BeFalse();

    [Test]
    public void Groups_are_refused_when_nested_deeper_than_RE2_allows()
    {
        Re2Syntax.IsValid(Nested(999)).Should().BeTrue();
        Re2Syntax.IsValid(Nested(1000)).Should().BeFalse();
        Re2Syntax.IsValid(Nested(100_000)).Should().BeFalse();

        static string Nested(int depth) => new string('(', depth) + new string(')', depth);
    }
}
