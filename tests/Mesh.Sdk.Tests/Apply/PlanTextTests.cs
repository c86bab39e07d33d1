using System.Text.Json;
using Mesh.Sdk.Apply;
using Mesh.Sdk.Resources;
using Mesh.Sdk.Resources.Core;

namespace Mesh.Sdk.Tests.Apply;

public sealed class PlanTextTests
{
    [Test]
    public async Task A_plan_reads_as_table_and_diff()
    {
        ApplyPlan plan = await PlanAsync();

        plan.ToTable().Should().Be("""
            ACTION  CLUSTER  KIND       NAMESPACE  NAME      DETAILS
            create  east     Namespace  -          shop      -
            change  east     ConfigMap  shop       settings  data.mode
            refuse  east     ConfigMap  shop       theirs    -
                    MESH4004: east: ConfigMap shop/theirs exists already and was applied by another, not by mesh-sdk.
                    -> Give yours another name, or choose ForeignObjectPolicy.Adopt or Skip.
            change  east     Secret     shop       token     data.token
            prune   east     ConfigMap  shop       old       -

            1 create, 2 change, 1 unchanged, 1 prune, 1 refuse

            """.ReplaceLineEndings("\n"));
        plan.ToDiff().Should().Be("""
            + east: Namespace shop
            ~ east: ConfigMap shop/settings
                data.mode
                  - "fast"
                  + "slow"
            ! east: ConfigMap shop/theirs
                MESH4004: east: ConfigMap shop/theirs exists already and was applied by another, not by mesh-sdk.
            ~ east: Secret shop/token
                data.token
                  ~ (hidden, changed)
            - east: ConfigMap shop/old

            """.ReplaceLineEndings("\n"));
    }

    [Test]
    public async Task A_plan_is_JSON_for_programs()
    {
        using JsonDocument json = JsonDocument.Parse((await PlanAsync()).ToJson());

        json.RootElement.GetProperty("summary").GetProperty("change").GetInt32().Should().Be(2);
        JsonElement changed = json.RootElement.GetProperty("objects")[1];
        changed.GetProperty("action").GetString().Should().Be("change");
        changed.GetProperty("cluster").GetString().Should().Be("east");
        changed.GetProperty("fields")[0].GetRawText().Should().Contain("\"before\": \"fast\"").And.Contain("\"after\": \"slow\"");
    }

    [Test]
    public async Task An_annotation_that_repeats_a_secret_is_hidden_too()
    {
        InMemoryApplier applier = new();
        await applier.ApplyAsync(ResourceSet.From([Secret("a", "one")]), ApplyOptions.Default);

        ApplyPlan plan = await applier.PlanAsync(ResourceSet.From([Secret("b", "two")]), ApplyOptions.Default);

        plan.ToDiff().Should().NotContain("one").And.NotContain("two").And.Contain("metadata.labels.app").And.Contain("\"b\"");
    }

    private static Secret Secret(string label, string last) => new()
    {
        Metadata = new("token", "shop") { Labels = [new("app", label)], Annotations = [new("kubectl.kubernetes.io/last-applied-configuration", last)] },
    };

    private static ConfigMap Map(string name, string mode = "fast") => new() { Metadata = new(name, "shop"), Data = [new("mode", mode)] };

    private static Secret Token(string token) => new() { Metadata = new("token", "shop"), Data = [new("token", SecretText.ToBase64(token))] };

    private static async Task<ApplyPlan> PlanAsync()
    {
        InMemoryApplier applier = new();
        ApplyOptions options = ApplyOptions.Default with { Set = new("demo") { Prunes = true } };
        await applier.ApplyAsync(ResourceSet.From([Map("theirs")], "east"), ApplyOptions.Default with { FieldManager = "another" });
        await applier.ApplyAsync(ResourceSet.From([Map("settings"), Map("old"), Map("same"), Token("x")], "east"), options);
        return await applier.PlanAsync(ResourceSet.From([new Namespace { Metadata = new("shop") }, Map("settings", "slow"), Map("theirs"), Map("same"), Token("z")], "east"), options);
    }
}
