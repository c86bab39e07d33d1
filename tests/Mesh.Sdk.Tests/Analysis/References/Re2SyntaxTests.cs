using Mesh.Sdk.Analysis.References;

namespace Mesh.Sdk.Tests.Analysis.References;

public sealed class Re2SyntaxTests
{
    [TestCase("/shop/.*")]
    [TestCase("(?P<id>[0-9]+)")]
    [TestCase("(?i)abc")]
    [TestCase("(?U)a+")]
    [TestCase(@"\Q(*\E")]
    [TestCase("[[:alpha:]]+")]
    [TestCase("[(?=]")]
    [TestCase(@"\(\?=")]
    [TestCase(@"\pN{1,1000}")]
    public void What_Go_compiles_is_fine(string expression) => new Re2Syntax().ErrorIn(expression).Should().BeNull();

    [TestCase("*")]
    [TestCase("a(b")]
    [TestCase("(?=a)")]
    [TestCase("(?<!a)b")]
    [TestCase(@"(a)\1")]
    [TestCase("a{1001}")]
    [TestCase("a**")]
    [TestCase("(?>a)")]
    public void What_Go_refuses_is_found(string expression) => new Re2Syntax().ErrorIn(expression).Should().NotBeNull();
}
