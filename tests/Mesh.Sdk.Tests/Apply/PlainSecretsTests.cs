using Mesh.Sdk.Apply;
using Mesh.Sdk.Resources;

namespace Mesh.Sdk.Tests.Apply;

/// <summary>Passwords that stand in objects which are no Secrets.</summary>
public sealed class PlainSecretsTests
{
    private const string Password = "correct-horse";

    [TestCase("{config: {database.password: {0}, tasks.max: '1'}}")]
    [TestCase("{config: {sasl.jaas.config: 'PlainLoginModule required username=a password={0};'}}")]
    [TestCase("{template: {spec: {containers: [{name: app, env: [{name: DB_PASSWORD, value: {0}}]}]}}}")]
    [TestCase("{env: [{name: API_KEY, value: {0}}]}")]
    [TestCase("{auth: {clientSecret: {0}}}")]
    [TestCase("{tokens: [{accessToken: {0}}]}")]
    public async Task A_password_is_hidden_when_it_comes_changes_and_goes(string spec)
    {
        string[] texts =
        [
            .. await TextsAsync("{size: 1}", spec.Replace("{0}", Password)),
            .. await TextsAsync(spec.Replace("{0}", Password), spec.Replace("{0}", "battery")),
            .. await TextsAsync(spec.Replace("{0}", Password), "{size: 1}"),
        ];

        texts.Should().OnlyContain(t => !t.Contains(Password)).And.Contain(t => t.Contains("(hidden, changed)"));
    }

    [TestCase("config: {database.password: '${secrets:shop/database:password}'}", "${secrets:shop/database:password}")]
    [TestCase("tls: {secretName: my-name}", "my-name")]
    [TestCase("tls: {credentialName: my-name}", "my-name")]
    [TestCase("auth: {automountServiceAccountToken: true}", "true")]
    public async Task What_only_names_a_secret_is_shown(string spec, string expected) =>
        (await TextsAsync("{size: 1}", $"{{{spec}}}")).Should().Contain(t => t.Contains(expected));

    private static async Task<string[]> TextsAsync(string before, string after)
    {
        InMemoryApplier applier = new();
        await applier.ApplyAsync(Set(before), ApplyOptions.Default);
        ApplyPlan plan = await applier.PlanAsync(Set(after), ApplyOptions.Default);
        plan.HasChanges.Should().BeTrue();
        return [plan.ToDiff(), plan.ToJson(), plan.ToTable()];
    }

    private static ResourceSet Set(string spec) => ResourceSet.From(new ResourceReader(ResourceKinds.None).Read($$"""
        apiVersion: example.org/v1
        kind: Thing
        metadata: {name: one, namespace: shop}
        spec: {{spec}}
        """));
}
