using Mesh.Sdk.Apply;

namespace Mesh.Sdk.Tests.Apply;

public sealed class ApplyOptionsTests
{
    [TestCase("")]
    [TestCase(" ")]
    [TestCase("a\nb")]
    public void A_field_manager_is_printable(string name) =>
        FluentActions.Invoking(() => ApplyOptions.Default with { FieldManager = name }).Should().Throw<ArgumentException>();

    [Test]
    public void A_field_manager_has_128_characters_at_most()
    {
        FluentActions.Invoking(() => ApplyOptions.Default with { FieldManager = new string('a', 128) }).Should().NotThrow();
        FluentActions.Invoking(() => ApplyOptions.Default with { FieldManager = new string('a', 129) }).Should().Throw<ArgumentException>();
    }

    [Test]
    public void Numbers_that_make_no_sense_are_refused()
    {
        FluentActions.Invoking(() => ApplyOptions.Default with { Parallelism = 0 }).Should().Throw<ArgumentOutOfRangeException>();
        FluentActions.Invoking(() => ApplyOptions.Default with { ReadinessTimeout = TimeSpan.Zero }).Should().Throw<ArgumentOutOfRangeException>();
    }

    // The value that kubectl gives to the set of the Secret my-set in the namespace test.
    [Test]
    public void A_set_has_the_id_that_kubectl_gives_it() =>
        new ApplySet("my-set", "test").Id.Should().Be("applyset-0eFHV8ySqp7XoShsGvyWFQD3s96yqwHmzc4e0HR1dsY-v1");
}
