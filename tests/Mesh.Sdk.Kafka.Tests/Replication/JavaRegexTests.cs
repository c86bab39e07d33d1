using System.Text.RegularExpressions;
using Mesh.Sdk.Kafka.Replication.Filters;

namespace Mesh.Sdk.Kafka.Tests.Replication;

public sealed class JavaRegexTests
{
    [TestCase(@"orders\Q.*\E", "orders.*", "orders-x")]
    [TestCase(@"\d\w\s", "1a ", "1- ")]
    [TestCase(@"[\w-]+", "a-b_c", "a.b")]
    [TestCase(@"[^\d]x", "ax", "1x")]
    [TestCase(@"[]a]+", "a]", "b")]
    [TestCase(@"[a-]+", "a-", "b")]
    [TestCase(@"\p{Alpha}+\P{Nd}", "ab", "a1")]
    [TestCase(@"\p{Lu}x", "Äx", "äx")]
    [TestCase(@"(?i)Orders", "oRDERS", "orders1")]
    [TestCase(@"\x41\u0042\0103", "ABC", "abc")]
    [TestCase(@"a{2}b{1}", "aab", "ab")]
    [TestCase(@"(?!test-).*", "orders", "test-orders")]
    [TestCase(@"(?<part>a|b)+?", "ab", "c")]
    [TestCase(@"\h\.", "\u00a0.", "x.")]
    [TestCase("a.c", "abc", "a\u2028c")]
    public void A_pattern_matches_what_it_matches_in_Java(string pattern, string match, string other)
    {
        PatternList list = PatternList.Of([pattern]);

        list.Matches(match).Should().BeTrue();
        list.Matches(other).Should().BeFalse();
    }

    [TestCase("[a-z&&[^b]]")]
    [TestCase("[a[bc]]")]
    [TestCase("a*+")]
    [TestCase(@"(a)\1")]
    [TestCase(@"\R")]
    [TestCase("*a")]
    [TestCase("a|*")]
    [TestCase("a)|(b")]
    [TestCase("(a")]
    [TestCase("[a")]
    [TestCase("[z-a]")]
    [TestCase("a{x}")]
    [TestCase("{1}")]
    [TestCase("a{2")]
    [TestCase(@"a\")]
    [TestCase(@"\y")]
    [TestCase(@"\p{IsGreek}")]
    [TestCase("(?x)a b")]
    public void A_pattern_that_Java_refuses_or_that_has_no_equal_is_refused(string pattern)
    {
        Action act = () => PatternList.Of([pattern]);

        act.Should().Throw<FormatException>().Which.Message.Should().StartWith($"'{pattern}' is not taken: ");
    }

    [Test]
    public void A_pattern_that_hangs_elsewhere_is_matched_at_once()
    {
        PatternList list = PatternList.Parse("(a+)+b");

        list.Matches(new string('a', 100_000)).Should().BeFalse();
    }

    [Test]
    public void A_pattern_that_needs_backtracking_is_given_up_in_time()
    {
        PatternList list = PatternList.Parse("(?=(a+)+b).*");

        Action act = () => list.Matches(new string('a', 200));

        act.Should().Throw<RegexMatchTimeoutException>();
    }
}
