using CustomApplier;
using Mesh.Sdk.Apply;
using Mesh.Sdk.ApplierContract;

namespace Mesh.Sdk.Tests.Apply;

public sealed class InMemoryApplierContractTests : FieldOwnershipContract
{
    protected override Task<IResourceApplier> CreateAsync() => Task.FromResult<IResourceApplier>(new InMemoryApplier());
}

public sealed class TextWriterApplierContractTests : ApplierContract.ApplierContract
{
    protected override Task<IResourceApplier> CreateAsync() => Task.FromResult<IResourceApplier>(new TextWriterApplier(TextWriter.Null));
}

public sealed class FanOutApplierContractTests : FieldOwnershipContract
{
    protected override string Cluster => "host";

    protected override Task<IResourceApplier> CreateAsync() =>
        Task.FromResult<IResourceApplier>(new FanOutApplier([new("host", new InMemoryApplier()), new("peer", new InMemoryApplier())]));
}

public sealed class DirectoryApplierContractTests : RememberingApplierContract
{
    private TemporaryFolder _folder = null!;

    [TearDown]
    public void RemoveFolder() => _folder.Dispose();

    protected override Task<IResourceApplier> CreateAsync()
    {
        _folder = new();
        return Task.FromResult<IResourceApplier>(new DirectoryApplier(_folder.Path));
    }
}

public sealed class CustomApplierContractTests : RememberingApplierContract
{
    protected override Task<IResourceApplier> CreateAsync() => Task.FromResult<IResourceApplier>(new ChangeListApplier(TextWriter.Null));
}
