using FsCheck;
using FsCheck.Fluent;
using Mesh.Sdk.Apply;
using Mesh.Sdk.Kafka.Connect;
using Mesh.Sdk.Resources;
using Mesh.Sdk.Tests;

namespace Mesh.Sdk.Kafka.Tests.Connect;

public sealed class ConnectLaws : ConnectFixture
{
    private const string Alphabet = "aZ0.-_>/%?#&+ \"\\'é漢💾";

    private static readonly Gen<string> Text =
        from runes in Gen.Elements(Alphabet.EnumerateRunes().Select(r => r.ToString())).NonEmptyListOf()
        select string.Concat(runes);

    private static readonly Gen<EquatableMap<string>> Config =
        from names in Text.ListOf()
        from values in Text.ListOf(names.Count)
        select names.Zip(values).DistinctBy(s => s.First).Select(s => KeyValuePair.Create(s.First, s.Second)).ToEquatableMap().With("connector.class", "test.Source");

    [Test]
    public void Any_name_and_any_setting_arrive_as_they_were_given() =>
        Prop.ForAll(Arb.From(Text.Where(t => t is not ("." or ".."))), Arb.From(Config), (name, config) =>
        {
            Client.PutConfigAsync(name, config).GetAwaiter().GetResult();

            return Client.GetConfigAsync(name).GetAwaiter().GetResult() == config.With("name", name);
        }).Holds(100);

    [Test]
    public void What_was_applied_leaves_nothing_to_do() =>
        Prop.ForAll(Arb.From(Config), Arb.From(Config), (before, after) =>
        {
            ConnectApplier applier = new(Client);
            foreach (EquatableMap<string> config in (EquatableMap<string>[])[before, after])
            {
                ResourceSet set = ResourceSet.From([new ConnectorResource { Metadata = new("orders"), Config = config }]);
                ApplyResult result = applier.ApplyAsync(set, ApplyOptions.Default).GetAwaiter().GetResult();
                if (!result.IsSuccess || applier.PlanAsync(set, ApplyOptions.Default).GetAwaiter().GetResult().HasChanges)
                {
                    return false;
                }
            }

            return true;
        }).Holds(60);
}
