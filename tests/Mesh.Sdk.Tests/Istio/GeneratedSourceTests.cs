using Mesh.Sdk.Codegen;

namespace Mesh.Sdk.Tests.Istio;

public sealed class GeneratedSourceTests
{
    [Test]
    public void Generating_again_changes_nothing()
    {
        Workspace workspace = Workspace.Containing(TestContext.CurrentContext.TestDirectory, TestFolders.Shared());

        FileChanges changes = FileChanges.Between(workspace, Generator.GenerateAll(workspace));

        changes.Paths.Should().BeEmpty("'dotnet run --project eng/Mesh.Sdk.Codegen -- --shared ../shared' was run");
    }
}
