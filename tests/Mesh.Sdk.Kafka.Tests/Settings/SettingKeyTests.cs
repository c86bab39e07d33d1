using System.Reflection;
using Mesh.Sdk.Kafka.Settings;

namespace Mesh.Sdk.Kafka.Tests.Settings;

public sealed class SettingKeyTests
{
    [Test]
    public void Every_setting_has_a_typed_name()
    {
        IEnumerable<string> named = new[] { typeof(ConnectorSettings), typeof(WorkerSettings), typeof(DriverSettings) }
            .SelectMany(t => t.GetProperties(BindingFlags.Public | BindingFlags.Static))
            .Select(p => p.GetValue(null)!.ToString()!);

        // Settings of clusters and flows are what clusters and flows of a definition become.
        IEnumerable<string> settings = MirrorSettings.All
            .Where(s => s.Scope is not (SettingScope.Cluster or SettingScope.Flow))
            .Select(s => s.Name.Replace("{target}.", "", StringComparison.Ordinal));

        named.Distinct().Should().BeEquivalentTo(settings.Distinct());
    }

    [Test]
    public void Every_default_is_a_value_that_its_setting_takes() =>
        MirrorSettings.All.Where(s => s.Default is not null && s.FindProblem(s.Default) is not null).Should().BeEmpty();

    [TestCase("tasks.max", "0", "is below 1")]
    [TestCase("tasks.max", "x", "is not a whole number of 32 bits")]
    [TestCase("offset.lag.max", "1.5", "is not a whole number of 64 bits")]
    [TestCase("sync.topic.acls.enabled", "yes", "is neither true nor false")]
    [TestCase("sasl.login.refresh.window.factor", "0.4", "is outside of 0.5 to 1")]
    [TestCase("offset-syncs.topic.location", "TARGET", "is none of source, target")]
    [TestCase("name", " ", "is empty")]
    [TestCase("transforms", "a, a", "has 'a' twice")]
    [TestCase("offset.storage.partitions", "0", "is neither positive nor -1")]
    public void A_value_that_is_not_taken_is_told_why(string name, string value, string problem) =>
        MirrorSettings.Find(name).First().FindProblem(value).Should().Be(problem);

    [TestCase("security.protocol", " sasl_ssl ")]
    [TestCase("offset.storage.partitions", "-1")]
    [TestCase("replication.factor", "-1")]
    [TestCase("use.defaults.from", "anything")]
    public void A_value_that_is_taken_is_no_problem(string name, string value) =>
        MirrorSettings.Find(name).First().FindProblem(value).Should().BeNull();
}
