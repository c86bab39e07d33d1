using Mesh.Sdk.Apply;
using Mesh.Sdk.Resources;
using Mesh.Sdk.Resources.Core;

namespace Mesh.Sdk.Tests.Apply;

public sealed class TextWriterApplierTests
{
    private static readonly ResourceSet Objects = ResourceSet.From(
    [
        new ConfigMap { Metadata = new("settings", "shop"), Data = [new("mode", "fast")] },
        new Secret { Metadata = new("token", "shop"), Data = [new("token", SecretText.ToBase64("secret"))] },
        new Namespace { Metadata = new("shop") },
    ]);

    [Test]
    public async Task The_text_can_be_read_back_in_the_order_of_application()
    {
        StringWriter text = new();

        await new TextWriterApplier(text) { WritesSecrets = true }.ApplyAsync(Objects, ApplyOptions.Default);

        new ResourceReader(CoreKinds.All).Read(text.ToString()).Should().Equal(Objects.Last().Resource, Objects.First().Resource, Objects.ElementAt(1).Resource);
    }

    [Test]
    public async Task Secrets_are_masked_unless_asked_for()
    {
        StringWriter text = new();

        Secret copied = new()
        {
            Metadata = new("copied", "shop") { Annotations = [new("example.org/last-applied", "{data: my-secret}")] },
            StringData = [new("token", "my-secret")],
        };

        await new TextWriterApplier(text).ApplyAsync(Objects.Add(copied), ApplyOptions.Default);

        text.ToString().Should().Contain("***").And.NotContain(Convert.ToBase64String("secret"u8)).And.NotContain("my-secret");
    }

    [Test]
    public async Task Clusters_are_named_and_deletions_noted()
    {
        StringWriter text = new();
        TextWriterApplier applier = new(text);
        ResourceSet east = ResourceSet.From([new Namespace { Metadata = new("shop") }], "east\n- injected");

        await applier.ApplyAsync(east, ApplyOptions.Default);
        await applier.DeleteAsync(east, ApplyOptions.Default);

        text.ToString().Split('\n').Should().Contain("# cluster: east - injected").And.Contain("# delete: east - injected: Namespace shop");
    }
}
