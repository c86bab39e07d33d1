using Mesh.Sdk.Resources;

namespace Mesh.Sdk.Tests.Resources;

public sealed class GoDurationTests
{
    // Go: time.ParseDuration("1.0000000005s") is 1s.
    [TestCase("1.0000000005s", 1_000_000_000)]
    [TestCase("0.9ns", 0)]
    [TestCase("1.0000001s", 1_000_000_100)]
    public void Digits_below_a_nanosecond_are_dropped_as_go_drops_them(string text, long nanoseconds)
    {
        GoDuration.TryParse(text, out TimeSpan duration).Should().BeTrue();

        duration.Should().Be(TimeSpan.FromTicks(nanoseconds / TimeSpan.NanosecondsPerTick));
    }

    [TestCase("1ns")]
    [TestCase("1.00000001s")]
    public void Single_nanoseconds_are_refused_rather_than_lost(string text) => GoDuration.TryParse(text, out _).Should().BeFalse();
}
